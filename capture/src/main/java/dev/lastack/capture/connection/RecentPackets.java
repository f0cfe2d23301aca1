package dev.lastack.capture.connection;

import dev.lastack.capture.file.Frame.Direction;
import dev.lastack.capture.packet.RecordedSegment;

/**
 * Packets of the last moments, to tell a packet that was recorded twice from a retransmission: a retransmission has a new IP
 * identification, or a new timestamp, or comes a retransmission timeout later. A table of fixed size in which a new packet
 * takes the place of an older one.
 */
final class RecentPackets {

    private static final int SLOTS = 1 << 16;
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    /** Between two interfaces of one file lies a network; a packet with an identification is known by it. */
    private static final long APART_WITH_IDENTIFICATION = 2_000_000_000L;
    /** Less than any retransmission timeout. */
    private static final long APART_WITHOUT = 100_000_000L;
    /** At one interface, as where a bridge and its port are both recorded. */
    private static final long APART_AT_ONE_TAP = 10_000_000L;

    private final long[] keys = new long[SLOTS];
    private final long[] times = new long[SLOTS];
    private final int[] places = new int[SLOTS];

    /** Whether {@code segment} is another record of a packet recorded before; else it is remembered. */
    boolean isCopy(RecordedSegment segment) {
        long key = key(segment);
        int slot = (int) (key >>> 48);
        int place = place(segment);
        if (keys[slot] == key && Math.abs(segment.time - times[slot]) <= allowed(segment, place, places[slot])) {
            return true;
        }
        keys[slot] = key;
        times[slot] = segment.time;
        places[slot] = place;
        return false;
    }

    private static long key(RecordedSegment segment) {
        long key = segment.fingerprint;
        key = (key ^ segment.sourceHigh) * PRIME;
        key = (key ^ segment.sourceLow) * PRIME;
        key = (key ^ segment.destinationLow) * PRIME;
        key = (key ^ segment.identification) * PRIME;
        return key ^ (key >>> 31);
    }

    /** Where it was recorded: the interface, the direction through it and the hops it has left. */
    private static int place(RecordedSegment segment) {
        int direction = segment.direction == Direction.UNKNOWN ? 0 : segment.direction == Direction.INBOUND ? 1 : 2;
        return (segment.tap << 10) | (direction << 8) | (segment.timeToLive & 0xFF);
    }

    private static long allowed(RecordedSegment segment, int place, int before) {
        boolean identified = segment.identification > 0;
        if (place >>> 10 != before >>> 10) {
            return identified ? APART_WITH_IDENTIFICATION : APART_WITHOUT;
        }
        boolean elsewhere = place != before;
        return identified || elsewhere ? APART_AT_ONE_TAP : -1;
    }
}
