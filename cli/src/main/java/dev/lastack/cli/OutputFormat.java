package dev.lastack.cli;

import java.util.Locale;

/** The forms in which a command prints its results. */
enum OutputFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
