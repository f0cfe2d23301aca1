package dev.lastack.capture.connection;

/** Where the capture of a connection was taken. */
public enum Tap {
    UNKNOWN("not known"),
    AT_A("at A"),
    AT_B("at B"),
    AT_BOTH("at both ends");

    private final String words;

    Tap(String words) {
        this.words = words;
    }

    boolean at(Side side) {
        return this == AT_BOTH || this == (side == Side.A ? AT_A : AT_B);
    }

    /** Both pieces of evidence together. */
    Tap and(Tap other) {
        if (this == UNKNOWN) {
            return other;
        }
        return other == UNKNOWN || other == this ? this : AT_BOTH;
    }

    /** The same where the ends have changed roles. */
    public Tap turned() {
        return this == AT_A ? AT_B : this == AT_B ? AT_A : this;
    }

    @Override
    public String toString() {
        return words;
    }
}
