package dev.lastack.capture.connection;

import dev.lastack.capture.packet.RecordedSegment;

/** One segment of an incarnation and what it changed, in fields that the next one overwrites. */
public final class SegmentEffect {

    Side from = Side.A;
    RecordedSegment segment = new RecordedSegment();
    int sendersStates;
    int receiversStates;
    boolean fits;
    boolean repeatsFin;
    long gapOfFin;
    boolean movesFin;
    boolean textBehindFin;
    boolean copyOfOld;
    boolean attempt;
    int receiversAck;
    boolean receiverAcked;
    int sendersNext;
    int receiversNext;
    boolean pawsRejects;

    public Side from() {
        return from;
    }

    public RecordedSegment segment() {
        return segment;
    }

    /** What the sender could be in before it sent the segment. */
    public int sendersStates() {
        return sendersStates;
    }

    /** What the receiver could be in before. */
    public int receiversStates() {
        return receiversStates;
    }

    /** The numbers are those of this incarnation. */
    public boolean fits() {
        return fits;
    }

    /** The sender's FIN was recorded before. */
    public boolean repeatsFin() {
        return repeatsFin;
    }

    /** Nanoseconds since the last copy of the FIN. */
    public long gapOfFin() {
        return gapOfFin;
    }

    /** A FIN with another number than the one recorded before. */
    public boolean movesFin() {
        return movesFin;
    }

    /** Text at or behind the number of the sender's FIN. */
    public boolean textBehindFin() {
        return textBehindFin;
    }

    /** The same packet was recorded in the incarnation before. */
    public boolean copyOfOld() {
        return copyOfOld;
    }

    /** A SYN with another number than the incarnation's: an attempt to open the next one. */
    public boolean attempt() {
        return attempt;
    }

    /** The highest ACK that the receiver had sent before. */
    public int receiversAck() {
        return receiversAck;
    }

    public boolean receiverAcked() {
        return receiverAcked;
    }

    /** The receiver's {@link End#next()} before. */
    public int receiversNext() {
        return receiversNext;
    }

    /** Its timestamp is older than one that the sender sent before (RFC 7323 §5.3). */
    public boolean pawsRejects() {
        return pawsRejects;
    }

    /** The sender's {@link End#next()} before. */
    public int sendersNext() {
        return sendersNext;
    }
}
