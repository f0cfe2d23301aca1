package dev.lastack.capture.scenario;

import java.time.Duration;

/**
 * The unit of time of a scenario. It is a whole MSL where it can be, since every tick more multiplies the states of a search.
 *
 * @param tick nanoseconds
 * @param msl ticks
 */
record ChosenTick(long tick, int msl) {

    private static final long SECOND = 1_000_000_000L;

    /** RFC 9293 §3.4.2: 2 minutes. */
    private static final long MSL = 120 * SECOND;

    /** More than this the search does not bear. */
    private static final int FINEST = 3;

    private static final int MOST = 6;

    /** An MSL of half the longest TIME-WAIT that is known, and not less than an old segment was on its way. */
    static ChosenTick of(StackChoice a, StackChoice b, long oldestCopy) {
        long ofA = a.known() ? a.timeWait().most() : 0;
        long ofB = b.known() ? b.timeWait().most() : 0;
        long longest = Math.max(ofA, ofB);
        long half = longest == 0 ? MSL : Math.max(longest / 2, 1);
        int parts = 1;
        while (parts < FINEST && (ofA % (half / parts) != 0 || ofB % (half / parts) != 0)) {
            parts++;
        }
        long tick = Math.max(half / parts, 1);
        long aged = (oldestCopy + tick - 1) / tick;
        return new ChosenTick(tick, (int) Math.min(MOST, Math.max(parts, aged)));
    }

    /** Whole ticks that {@code nanos} lasts at least: a shorter TIME-WAIT only adds behaviours. */
    long down(long nanos) {
        return nanos / tick;
    }

    /** ChosenTick that cover {@code nanos}, from 1 to {@value #MOST}. */
    int up(long nanos) {
        return (int) Math.max(1, Math.min(MOST, (nanos + tick - 1) / tick));
    }

    /** As {@code 30 s} or {@code 2.44 s}. */
    static String text(long nanos) {
        double seconds = nanos / (double) SECOND;
        if (nanos % SECOND == 0) {
            return Duration.ofNanos(nanos).toSeconds() + " s";
        }
        return seconds < 1 ? "%.1f ms".formatted(nanos / 1e6) : "%.2f s".formatted(seconds);
    }
}
