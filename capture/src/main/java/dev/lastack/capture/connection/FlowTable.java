package dev.lastack.capture.connection;

import dev.lastack.capture.packet.RecordedSegment;
import org.jspecify.annotations.Nullable;

/** Flows by their addresses and ports, in either direction; a look-up allocates nothing. */
final class FlowTable {

    private static final int INITIAL = 1 << 10;
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    private @Nullable Flow[] slots = new Flow[INITIAL];
    private int size;

    @Nullable
    Flow get(RecordedSegment segment) {
        Flow flow = slots[slot(hash(segment), slots.length)];
        while (flow != null && !matches(flow, segment)) {
            flow = flow.chained;
        }
        return flow;
    }

    void add(Flow flow) {
        if (size >= slots.length) {
            grow();
        }
        size++;
        insert(slots, flow);
    }

    void remove(Flow flow) {
        int slot = slot(hash(flow), slots.length);
        Flow before = null;
        Flow at = slots[slot];
        while (at != null && at != flow) {
            before = at;
            at = at.chained;
        }
        if (at == null) {
            return;
        }
        if (before == null) {
            slots[slot] = at.chained;
        } else {
            before.chained = at.chained;
        }
        size--;
    }

    int size() {
        return size;
    }

    private void grow() {
        @Nullable Flow[] larger = new Flow[slots.length * 2];
        for (Flow head : slots) {
            Flow flow = head;
            while (flow != null) {
                Flow next = flow.chained;
                insert(larger, flow);
                flow = next;
            }
        }
        slots = larger;
    }

    private static void insert(@Nullable Flow[] table, Flow flow) {
        int slot = slot(hash(flow), table.length);
        flow.chained = table[slot];
        table[slot] = flow;
    }

    private static boolean matches(Flow flow, RecordedSegment segment) {
        return runs(flow.first, flow.second, segment) || runs(flow.second, flow.first, segment);
    }

    private static boolean runs(Address from, Address to, RecordedSegment segment) {
        return is(from, segment.sourceHigh, segment.sourceLow, segment.sourcePort)
                && is(to, segment.destinationHigh, segment.destinationLow, segment.destinationPort);
    }

    static boolean is(Address address, long high, long low, int port) {
        return address.port() == port && address.low() == low && address.high() == high;
    }

    private static long hash(Flow flow) {
        return mixed(flow.first.high(), flow.first.low(), flow.first.port())
                + mixed(flow.second.high(), flow.second.low(), flow.second.port());
    }

    /** The sum does not depend on the direction. */
    private static long hash(RecordedSegment segment) {
        return mixed(segment.sourceHigh, segment.sourceLow, segment.sourcePort)
                + mixed(segment.destinationHigh, segment.destinationLow, segment.destinationPort);
    }

    private static long mixed(long high, long low, int port) {
        long hash = (high ^ port) * PRIME;
        hash ^= hash >>> 32;
        hash = (hash ^ low) * PRIME;
        return hash ^ (hash >>> 29);
    }

    private static int slot(long hash, int length) {
        return (int) ((hash * PRIME) >>> 32) & (length - 1);
    }
}
