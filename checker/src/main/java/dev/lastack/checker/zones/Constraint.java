package dev.lastack.checker.zones;

/**
 * A bound on the difference of two clocks.
 *
 * @param left number of a clock from 1, or 0 for the value 0
 * @param right likewise
 * @param bound on {@code left} minus {@code right}, see {@link DifferenceBound}
 */
public record Constraint(int left, int right, long bound) {

    /** Clock {@code clock} is at most {@code value}. */
    public static Constraint atMost(int clock, long value) {
        return new Constraint(clock, 0, DifferenceBound.atMost(value));
    }

    /** Clock {@code clock} is less than {@code value}. */
    public static Constraint lessThan(int clock, long value) {
        return new Constraint(clock, 0, DifferenceBound.lessThan(value));
    }

    /** Clock {@code clock} is at least {@code value}. */
    public static Constraint atLeast(int clock, long value) {
        return new Constraint(0, clock, DifferenceBound.atMost(-value));
    }

    @Override
    public String toString() {
        return "x" + left + " - x" + right + " " + DifferenceBound.text(bound);
    }
}
