package dev.lastack.model.rules;

import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Eviction;
import dev.lastack.scenario.knobs.EndpointKnobs.Reads;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.RfcEdges;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often each kind of action and each state change was taken, and how often the network was full, in steps that were
 * taken.
 */
public final class Counters {

    private static final int HOSTS = 2;
    private static final int ACTIONS = 0;
    /** Every kind of action up to the tick counts per host, but for the tick itself. */
    private static final int EDGES = ACTIONS + (ActionKind.TICK.code() + 1) * HOSTS - 1;

    private static final int OTHER_EDGES = EDGES + RfcEdges.ALL.size() * HOSTS;
    private static final int OVERFLOWS = OTHER_EDGES + 1;
    private static final int FORGOTTEN = OVERFLOWS + 1;
    /** From here on the kinds of action after the tick, which most scenarios do not have. */
    private static final int LATE_ACTIONS = FORGOTTEN + 1;

    private final long[] counts;

    public Counters(ResolvedScenario setting) {
        this.counts = new long[names(setting).size()];
    }

    /** The kinds of action after the tick that {@code setting} has. */
    private static List<ActionKind> late(ResolvedScenario setting) {
        Scenario scenario = setting.scenario();
        List<ActionKind> late = new ArrayList<>();
        if (setting.order().timersAreSteps()) {
            late.add(ActionKind.TIMER);
            late.add(ActionKind.LEAVE);
        }
        if (scenario.a().user().reads() == Reads.MAY || scenario.b().user().reads() == Reads.MAY) {
            late.add(ActionKind.RECEIVE);
        }
        if (scenario.a().user().closesFully() || scenario.b().user().closesFully()) {
            late.add(ActionKind.FULL_CLOSE);
        }
        if (evicts(scenario.a()) || evicts(scenario.b())) {
            late.add(ActionKind.EVICTION);
        }
        return late;
    }

    private static boolean evicts(EndpointKnobs knobs) {
        return knobs.timeWait().eviction() == Eviction.ANY_TIME;
    }

    public static List<String> names(ResolvedScenario setting) {
        List<String> names = new ArrayList<>();
        for (ActionKind kind : ActionKind.values()) {
            if (kind.code() < ActionKind.TICK.code()) {
                addPerHost(kind, names);
            }
        }
        names.add(ActionKind.TICK.toString());
        for (RfcEdges.Edge edge : RfcEdges.ALL) {
            for (Host host : Host.values()) {
                names.add(host + " " + edge.from() + " → " + edge.to());
            }
        }
        names.add("state changes against RFC 9293");
        names.add(Bound.CAPACITY.overflows());
        names.add(Bound.REMEMBERED_COPIES.overflows());
        late(setting).forEach(kind -> addPerHost(kind, names));
        return names;
    }

    private static void addPerHost(ActionKind kind, List<String> names) {
        for (Host host : Host.values()) {
            names.add(host + " " + kind);
        }
    }

    /** {@code counts} with what happened at either host counted for both. */
    public static long[] ofBothHosts(long[] counts) {
        long[] both = counts.clone();
        for (int counter = ACTIONS; counter < OTHER_EDGES; counter++) {
            boolean edge = counter >= EDGES;
            boolean ofA = (counter - (edge ? EDGES : ACTIONS)) % HOSTS == 0;
            // The tick, the last before the edges, is of no host.
            if (edge || counter < EDGES - 1) {
                both[counter] += counts[ofA ? counter + 1 : counter - 1];
            }
        }
        for (int counter = LATE_ACTIONS; counter < counts.length; counter += HOSTS) {
            both[counter] += counts[counter + 1];
            both[counter + 1] = both[counter];
        }
        return both;
    }

    /** The live array behind {@link dev.lastack.checker.Expander#counters()}. */
    public long[] counts() {
        return counts;
    }

    /** By kind of action, the number of its counter for A; that for B is the next, but for the tick. */
    static int[] ofKinds(ResolvedScenario setting) {
        List<ActionKind> late = late(setting);
        return Stream.of(ActionKind.values())
                .mapToInt(kind ->
                        late.contains(kind) ? LATE_ACTIONS + late.indexOf(kind) * HOSTS : ACTIONS + kind.code() * HOSTS)
                .toArray();
    }

    /** The number of the counter of a state change. */
    static int of(Host host, TcpState from, TcpState to) {
        int index = RfcEdges.indexOf(from, to);
        return index < 0 ? OTHER_EDGES : EDGES + index * HOSTS + host.index();
    }

    /**
     * A step was taken: what it counts at the hosts, how many segments found the network full, and how many no room to be
     * remembered.
     */
    public void add(int[] counted, int overflows, int forgotten) {
        for (int counter : counted) {
            counts[counter]++;
        }
        counts[OVERFLOWS] += overflows;
        counts[FORGOTTEN] += forgotten;
    }
}
