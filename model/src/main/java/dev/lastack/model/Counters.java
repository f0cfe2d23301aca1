package dev.lastack.model;

import dev.lastack.scenario.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * How often each kind of action and each state change was taken, and how often the network was full, in steps that were
 * taken.
 */
final class Counters {

    private static final int HOSTS = 2;
    private static final int ACTIONS = 0;
    /** Every kind of action counts per host, but the tick, which is the last. */
    private static final int EDGES = ACTIONS + ActionKind.values().length * HOSTS - 1;

    private static final int OTHER_EDGES = EDGES + RfcEdges.ALL.size() * HOSTS;
    private static final int OVERFLOWS = OTHER_EDGES + 1;
    private static final int FORGOTTEN = OVERFLOWS + 1;
    private static final int COUNTERS = FORGOTTEN + 1;

    private final long[] counts = new long[COUNTERS];

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (ActionKind kind : ActionKind.values()) {
            for (Host host : Host.values()) {
                if (kind != ActionKind.TICK) {
                    names.add(host + " " + kind);
                }
            }
        }
        names.add(ActionKind.TICK.toString());
        for (RfcEdges.Edge edge : RfcEdges.ALL) {
            for (Host host : Host.values()) {
                names.add(host + " " + edge.from() + " → " + edge.to());
            }
        }
        names.add("state changes against RFC 9293");
        names.add("capacity overflows");
        names.add("remembered copies overflows");
        return names;
    }

    /** {@code counts} with what happened at either host counted for both. */
    static long[] ofBothHosts(long[] counts) {
        long[] both = counts.clone();
        for (int counter = ACTIONS; counter < OTHER_EDGES; counter++) {
            boolean edge = counter >= EDGES;
            boolean ofA = (counter - (edge ? EDGES : ACTIONS)) % HOSTS == 0;
            // The tick, the last before the edges, is of no host.
            if (edge || counter < EDGES - 1) {
                both[counter] += counts[ofA ? counter + 1 : counter - 1];
            }
        }
        return both;
    }

    /** The live array behind {@link dev.lastack.checker.Expander#counters()}. */
    long[] counts() {
        return counts;
    }

    /** The number of the counter of a kind of action. */
    static int of(ActionKind kind, int owner) {
        return ACTIONS + kind.code() * HOSTS + owner;
    }

    /** The number of the counter of a state change. */
    static int of(Host host, TcpState from, TcpState to) {
        int index = RfcEdges.indexOf(from, to);
        return index < 0 ? OTHER_EDGES : EDGES + index * HOSTS + Setting.owner(host);
    }

    /**
     * A step was taken: what it counts at the hosts, how many segments found the network full, and how many no room to be
     * remembered.
     */
    void add(int[] counted, int overflows, int forgotten) {
        for (int counter : counted) {
            counts[counter]++;
        }
        counts[OVERFLOWS] += overflows;
        counts[FORGOTTEN] += forgotten;
    }
}
