package dev.lastack.benchmarks.twin;

/**
 * A segment as a number above 0, from the least significant bit:
 *
 * <pre>
 *   life-1 | incarnation-1 (1) | ack | seq | type (2) | sender (1)
 * </pre>
 *
 * No segment is 0, so 0 can mean an empty slot: endpoint 0 sends SYN only in the second incarnation.
 */
final class TwinSegmentFormat {

    static final int SYN = 0;
    static final int ACK = 1;
    static final int FIN = 2;
    static final int DATA = 3;

    private static final String[] NAMES = {"SYN", "ACK", "FIN", "DATA"};

    private final int freshLife;
    private final int lifeMask;
    private final int sequenceMask;
    private final int incarnationAt;
    private final int ackAt;
    private final int seqAt;
    private final int typeAt;
    private final int senderAt;

    TwinSegmentFormat(TwinConstants constants) {
        int sequenceBits = EndpointFormat.bitsFor(constants.modulus() - 1);
        freshLife = constants.life() - 1;
        incarnationAt = EndpointFormat.bitsFor(freshLife);
        lifeMask = (1 << incarnationAt) - 1;
        sequenceMask = (1 << sequenceBits) - 1;
        ackAt = incarnationAt + 1;
        seqAt = ackAt + sequenceBits;
        typeAt = seqAt + sequenceBits;
        senderAt = typeAt + 2;
    }

    int bits() {
        return senderAt + 1;
    }

    /** A fresh segment without its numbers, which {@link #numbered} adds. */
    int fresh(int sender, int type, int incarnation) {
        return sender << senderAt | type << typeAt | incarnation << incarnationAt | freshLife;
    }

    int numbered(int segment, int seq, int ack) {
        return segment | seq << seqAt | ack << ackAt;
    }

    int sender(int segment) {
        return segment >>> senderAt;
    }

    int type(int segment) {
        return segment >>> typeAt & 3;
    }

    int seq(int segment) {
        return segment >>> seqAt & sequenceMask;
    }

    int ack(int segment) {
        return segment >>> ackAt & sequenceMask;
    }

    int incarnation(int segment) {
        return segment >>> incarnationAt & 1;
    }

    boolean lastTick(int segment) {
        return (segment & lifeMask) == 0;
    }

    /** The segment a tick later; only for one that is not in its last tick. */
    int older(int segment) {
        return segment - 1;
    }

    String describe(int segment) {
        return "%s seq=%d ack=%d of incarnation %d from %d, %d left"
                .formatted(
                        NAMES[type(segment)],
                        seq(segment),
                        ack(segment),
                        incarnation(segment) + 1,
                        sender(segment),
                        (segment & lifeMask) + 1);
    }
}
