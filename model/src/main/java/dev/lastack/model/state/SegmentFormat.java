package dev.lastack.model.state;

import dev.lastack.scenario.knobs.Environment;

/**
 * How a segment is packed into a slot of the network. The age lies in the lowest bits, so that adding 1 makes a segment a
 * tick older, and a segment and its older copy differ by their ages; an empty slot is 0.
 */
public final class SegmentFormat {

    private final StateLayout.Field age;
    private final StateLayout.Field arrived;
    private final StateLayout.Field boot;
    private final StateLayout.Field incarnation;
    private final StateLayout.Field ack;
    private final StateLayout.Field seq;
    private final StateLayout.Field kind;
    private final int lowestIncarnation;
    private final int width;
    /** The bits that a receiver can read. */
    private final long readable;

    SegmentFormat(FieldRanges bounds) {
        Environment environment = bounds.environment();
        boolean remembersArrival = bounds.networkMode() == NetworkMode.MARKING;
        StateLayout.Builder fields = new StateLayout.Builder();
        age = fields.shared("age", environment.msl());
        arrived = fields.shared("arrived", remembersArrival ? 1 : 0);
        boot = fields.shared("boot", bounds.boots());
        lowestIncarnation = bounds.lowestIncarnation();
        incarnation = fields.shared("incarnation", environment.incarnations() - lowestIncarnation);
        ack = fields.shared("ACK", bounds.greatestNumber());
        seq = fields.shared("SEQ", bounds.greatestNumber());
        kind = fields.shared("kind", SegmentKind.values().length);
        StateLayout layout = fields.buildInOrder();
        if (layout.words() > 1) {
            throw new IllegalArgumentException("a segment does not fit in a word:\n" + layout);
        }
        width = layout.significantBits(0);
        readable = ~(arrived.bits() | (bounds.timestamps() ? 0 : age.bits()));
    }

    /** Bits of a slot. */
    public int width() {
        return width;
    }

    /** A segment that is sent now. */
    public long pack(SegmentKind kind, int seq, int ack, int incarnation) {
        return this.kind.of(kind.code())
                + this.seq.of(seq)
                + this.ack.of(ack)
                + this.incarnation.of(incarnation - lowestIncarnation);
    }

    /** The same segment, sent after its sender's clock had been reset {@code boots} times. */
    public long stamped(long segment, int boots) {
        return segment + boot.of(boots);
    }

    public SegmentKind kind(long segment) {
        return SegmentKind.of(kind.in(segment));
    }

    public int seq(long segment) {
        return seq.in(segment);
    }

    public int ack(long segment) {
        return ack.in(segment);
    }

    public int incarnation(long segment) {
        return incarnation.in(segment) + lowestIncarnation;
    }

    int boot(long segment) {
        return boot.in(segment);
    }

    public int age(long segment) {
        return age.in(segment);
    }

    public boolean arrived(long segment) {
        return arrived.in(segment) != 0;
    }

    /** The same segment, marked as having arrived. */
    public long markArrived(long segment) {
        return arrived(segment) ? segment : segment + arrived.of(1);
    }

    public long older(long segment) {
        return segment + 1;
    }

    /** The segment as its receiver reads it: its age tells the timestamp that it bears, if it bears one. */
    public long read(long segment) {
        return segment & readable;
    }

    /** What makes a segment one of a kind for fair delivery: flags, SEQ, ACK, length and incarnation. */
    public long delivery(long segment) {
        return segment - age(segment) - arrived.of(arrived.in(segment)) - boot.of(boot.in(segment));
    }

    /** The bits that tell the age. */
    long ageBits() {
        return age.bits();
    }
}
