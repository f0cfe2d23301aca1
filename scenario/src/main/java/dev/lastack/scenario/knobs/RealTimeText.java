package dev.lastack.scenario.knobs;

import java.time.Duration;
import java.util.Optional;

/** Real durations as a scenario writes them: {@code 200ms}, {@code 1.5s}, {@code 2min}. */
public final class RealTimeText {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLISECOND = 1_000_000L;

    private RealTimeText() {}

    /** The duration that {@code text} writes; empty if it is no real time, or out of range. */
    public static Optional<Duration> parse(String text) {
        if (!text.matches(SpanSyntax.REAL_TIME)) {
            return Optional.empty();
        }
        return SpanSyntax.parseReal(text).map(span -> Duration.ofNanos(((Span.Real) span).nanos()));
    }

    /** The duration in the largest of seconds, milliseconds and microseconds that makes it a whole number. */
    public static String of(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos % NANOS_PER_SECOND == 0) {
            return nanos / NANOS_PER_SECOND + "s";
        }
        if (nanos % NANOS_PER_MILLISECOND == 0) {
            return nanos / NANOS_PER_MILLISECOND + "ms";
        }
        return nanos / 1000 + "us";
    }
}
