package dev.lastack.model;

import dev.lastack.scenario.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * How often each kind of action and each state change was taken, and how often the network was full. What a step does is
 * counted once the step is known to be taken.
 */
final class Counters {

    private static final int HOSTS = 2;
    private static final int ACTIONS = 0;
    /** Every kind of action counts per host, but the tick, which is the last. */
    private static final int EDGES = ACTIONS + ActionKind.values().length * HOSTS - 1;

    private static final int OTHER_EDGES = EDGES + RfcEdges.ALL.size() * HOSTS;
    private static final int OVERFLOWS = OTHER_EDGES + 1;
    private static final int COUNTERS = OVERFLOWS + 1;

    private final long[] counts = new long[COUNTERS];
    private final int[] pending = new int[64];
    private int pendingSize;

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

    void begin(ActionKind kind, int owner) {
        pendingSize = 0;
        count(ACTIONS + kind.code() * HOSTS + owner);
    }

    void edge(Host host, TcpState from, TcpState to) {
        int index = RfcEdges.indexOf(from, to);
        count(index < 0 ? OTHER_EDGES : EDGES + index * HOSTS + Setting.owner(host));
    }

    void overflow() {
        count(OVERFLOWS);
    }

    private void count(int counter) {
        pending[pendingSize++] = counter;
    }

    void commit() {
        for (int i = 0; i < pendingSize; i++) {
            counts[pending[i]]++;
        }
        pendingSize = 0;
    }
}
