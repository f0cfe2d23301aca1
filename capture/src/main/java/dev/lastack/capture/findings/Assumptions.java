package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Side;

/**
 * What the user says about the two hosts, and from when on a wait is worth a finding.
 *
 * @param closeWait nanoseconds of CLOSE-WAIT that count as lasting
 */
public record Assumptions(TimeWaitLength ofA, TimeWaitLength ofB, long closeWait) {

    private static final long TEN_MINUTES = 600_000_000_000L;

    /** Nothing is known. */
    public static Assumptions none() {
        return new Assumptions(TimeWaitLength.UNKNOWN, TimeWaitLength.UNKNOWN, TEN_MINUTES);
    }

    TimeWaitLength of(Side side) {
        return side == Side.A ? ofA : ofB;
    }
}
