package dev.lastack.capture.findings;

import java.util.Locale;

/** Durations in nanoseconds as people read them. */
public final class DurationText {

    private DurationText() {}

    /** Three digits that count: {@code 12.3 ms}, {@code 4 min 3 s}. */
    public static String text(long nanos) {
        double seconds = nanos / 1e9;
        if (Math.abs(seconds) < 0.001) {
            return String.format(Locale.ROOT, "%.0f µs", seconds * 1e6);
        }
        if (Math.abs(seconds) < 1) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
        }
        if (Math.abs(seconds) < 120) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole / 60 + " min " + whole % 60 + " s";
    }
}
