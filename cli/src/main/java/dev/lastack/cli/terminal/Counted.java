package dev.lastack.cli.terminal;

import java.util.Locale;

/** A number and its noun: "1 step", "12,345 steps". */
public final class Counted {

    private Counted() {}

    /** So many of {@code noun}, whose plural ends in s. */
    public static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
