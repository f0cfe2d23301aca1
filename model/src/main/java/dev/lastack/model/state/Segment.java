package dev.lastack.model.state;

import dev.lastack.model.rules.Step;

/** The segment that arrives in a {@link Step}, unpacked. */
public final class Segment {

    private final SegmentFormat format;
    private SegmentKind kind = SegmentKind.ACK;
    private long packed;
    private int seq;
    private int ack;
    private int incarnation;

    public Segment(SegmentFormat format) {
        this.format = format;
    }

    /** No segment arrives: all that can be read is 0, and no control bit is set but ACK. */
    public void clear() {
        packed = 0;
        kind = SegmentKind.ACK;
        seq = 0;
        ack = 0;
        incarnation = 0;
    }

    public void unpack(long packed) {
        this.packed = packed;
        this.kind = format.kind(packed);
        this.seq = format.seq(packed);
        this.ack = format.ack(packed);
        this.incarnation = format.incarnation(packed);
    }

    public SegmentKind kind() {
        return kind;
    }

    /** All of {@code controlBits} are set. */
    public boolean has(int controlBits) {
        return kind.has(controlBits);
    }

    /** SEG.SEQ. */
    public int seq() {
        return seq;
    }

    /** SEG.ACK; 0 without the ACK bit. */
    public int ack() {
        return ack;
    }

    /** SEG.LEN, SYN and FIN included. */
    public int length() {
        return kind.length();
    }

    public int incarnation() {
        return incarnation;
    }

    /** Ticks since it was sent: how far SEG.TSval lies behind the sender's clock. */
    int age() {
        return format.age(packed);
    }

    /** How often the sender's clock had been reset when it was sent. */
    int boot() {
        return format.boot(packed);
    }
}
