package dev.lastack.model;

/** The segments that an off-path attacker can make up: of every kind, with every SEQ and ACK. */
final class Forgeries {

    private static final int NO_INCARNATION = 0;

    private final SegmentFormat format;
    private final SegmentKind[] kinds = SegmentKind.values();
    private final int numbers;

    Forgeries(Setting setting) {
        this.format = setting.format();
        // The greatest number of an unbounded space has no successor.
        this.numbers = setting.bounds().greatestNumber() + (setting.space().unbounded() ? 0 : 1);
        int choices = count() * Math.max(1, setting.space().size());
        if (setting.environment().forge() > 0 && (numbers > 256 || choices > Action.CHOICES)) {
            throw new IllegalArgumentException("forge: " + numbers + " sequence numbers are too many to guess from");
        }
    }

    int count() {
        return kinds.length * numbers * numbers;
    }

    /** The segment that is number {@code forgery}; kinds without an ACK ignore what the number says of it. */
    long segment(int forgery) {
        SegmentKind kind = kinds[forgery / (numbers * numbers)];
        int ack = kind.has(ControlBits.ACK) ? forgery % numbers : 0;
        return format.pack(kind, forgery / numbers % numbers, ack, NO_INCARNATION, 0);
    }
}
