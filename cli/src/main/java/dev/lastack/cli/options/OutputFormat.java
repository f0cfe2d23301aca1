package dev.lastack.cli.options;

import java.util.Locale;

/** The forms in which a command prints its results. */
public enum OutputFormat {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
