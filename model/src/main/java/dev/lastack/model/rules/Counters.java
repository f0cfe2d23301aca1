package dev.lastack.model.rules;

import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.RfcEdges;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;

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
    /** The kinds of action after the tick, which most scenarios do not have. */
    private static final int LATE_ACTIONS = FORGOTTEN + 1;

    private static final List<ActionKind> LATE = List.of(ActionKind.TIMER, ActionKind.LEAVE);

    private final long[] counts;

    public Counters(InstantOrder order) {
        this.counts = new long[names(order).size()];
    }

    public static List<String> names(InstantOrder order) {
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
        if (order.timersAreSteps()) {
            LATE.forEach(kind -> addPerHost(kind, names));
        }
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

    /** The number of the counter of a kind of action. */
    static int of(ActionKind kind, int owner) {
        int late = LATE.indexOf(kind);
        return late < 0 ? ACTIONS + kind.code() * HOSTS + owner : LATE_ACTIONS + late * HOSTS + owner;
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
