package dev.lastack.scenario.text;

/** Quotes what a user wrote, short enough for one line. */
public final class Abbreviated {

    private static final int LONGEST = 60;

    private Abbreviated() {}

    public static String of(String text) {
        String line = Escape.line(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
