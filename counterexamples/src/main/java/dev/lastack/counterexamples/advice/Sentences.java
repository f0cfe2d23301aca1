package dev.lastack.counterexamples.advice;

import dev.lastack.counterexamples.WordWrap;
import dev.lastack.scenario.text.Escape;

/** Text in lines of 100 columns. */
final class Sentences {

    private static final int WIDTH = 100;
    private static final int VERDICT = 14;

    private final StringBuilder text = new StringBuilder();

    void paragraph(String words) {
        wrapped("", "", words);
    }

    /** A sentence on its own, after an empty line. */
    void heading(String words) {
        text.append('\n');
        paragraph(words);
    }

    void item(String label, String words) {
        wrapped("  " + label + " ".repeat(Math.max(1, VERDICT - label.length())), " ".repeat(VERDICT + 2), words);
    }

    void bullet(String words) {
        wrapped("  - ", "    ", words);
    }

    /** Lines that are laid out already. */
    void block(String lines) {
        text.append('\n').append(lines);
    }

    private void wrapped(String first, String next, String words) {
        for (String line : WordWrap.lines(Escape.line(words), first, next, WIDTH)) {
            text.append(line).append('\n');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
