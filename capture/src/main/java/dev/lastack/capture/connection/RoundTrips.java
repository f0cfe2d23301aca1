package dev.lastack.capture.connection;

import dev.lastack.capture.packet.RecordedSegment;

/**
 * The two parts of the round-trip time as the tap sees them in the handshake: from the SYN to the SYN,ACK is the way to B
 * and back, from there to the ACK the way to A and back. A repeated SYN makes its part ambiguous.
 */
public final class RoundTrips {

    /** Nothing was measured. */
    public static final long UNKNOWN = -1;

    private long synAt = UNKNOWN;
    private long synAckAt = UNKNOWN;
    private long toB = UNKNOWN;
    private long toA = UNKNOWN;
    private boolean ambiguous;

    void seen(Side from, RecordedSegment segment) {
        if (segment.syn() && !segment.acks() && from == Side.A) {
            ambiguous |= synAt != UNKNOWN;
            synAt = segment.time;
        } else if (segment.syn() && segment.acks() && from == Side.B) {
            ambiguous |= synAckAt != UNKNOWN;
            synAckAt = segment.time;
            toB = synAt == UNKNOWN ? UNKNOWN : segment.time - synAt;
        } else if (from == Side.A && toA == UNKNOWN && synAckAt != UNKNOWN && segment.acks() && !segment.rst()) {
            toA = segment.time - synAckAt;
        }
    }

    /** From the tap to B and back, nanoseconds, with B's time to answer. */
    public long toB() {
        return ambiguous ? UNKNOWN : toB;
    }

    /** From the tap to A and back. */
    public long toA() {
        return ambiguous ? UNKNOWN : toA;
    }
}
