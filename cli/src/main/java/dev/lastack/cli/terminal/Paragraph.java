package dev.lastack.cli.terminal;

import dev.lastack.counterexamples.WordWrap;

/** Breaks lines for a terminal of 100 columns. */
public final class Paragraph {

    private static final int WIDTH = 100;

    private Paragraph() {}

    /** The words of {@code text}, the lines beginning with {@code indent}, those after the first with four columns more. */
    public static String of(String text, String indent) {
        return String.join("\n", WordWrap.lines(text, indent, indent + "    ", WIDTH));
    }
}
