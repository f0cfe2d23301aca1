package dev.lastack.checker.zones;

/**
 * An upper bound on the difference of two clocks, at most or less than a whole number, as one long. Of two bounds the lesser
 * number is the tighter bound: {@code < c} is {@code 2c} and {@code <= c} is {@code 2c + 1}.
 */
public final class DifferenceBound {

    /** No bound. */
    public static final long NONE = Long.MAX_VALUE;

    /** At most 0. */
    public static final long ZERO = 1;

    /** The greatest value of a bound: sums of as many as a zone adds stay within a long. */
    public static final long GREATEST = 1L << 56;

    private DifferenceBound() {}

    /** {@code <= value}. */
    public static long atMost(long value) {
        return 2 * checked(value) + 1;
    }

    /** {@code < value}. */
    public static long lessThan(long value) {
        return 2 * checked(value);
    }

    private static long checked(long value) {
        if (value < -GREATEST || value > GREATEST) {
            throw new IllegalArgumentException("a bound is from " + -GREATEST + " to " + GREATEST + ", not " + value);
        }
        return value;
    }

    /** The number that the difference must not exceed. */
    public static long value(long bound) {
        return bound >> 1;
    }

    /** Whether the difference must stay below the number. */
    public static boolean isStrict(long bound) {
        return (bound & 1) == 0;
    }

    /** What follows for x - z from one bound on x - y and one on y - z. */
    static long add(long one, long other) {
        return one == NONE || other == NONE ? NONE : one + other - ((one | other) & 1);
    }

    /** For people: {@code <= 3}. */
    static String text(long bound) {
        return bound == NONE ? "unbounded" : (isStrict(bound) ? "< " : "<= ") + value(bound);
    }
}
