package dev.lastack.probe.comparison;

import java.util.Locale;

/** Numbers as a reader sees them. */
final class Numbers {

    private static final double MILLIS = 1000.0;

    private Numbers() {}

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / MILLIS);
    }
}
