package dev.lastack.counterexamples.render.ladder;

import dev.lastack.counterexamples.WordWrap;
import dev.lastack.scenario.text.Escape;

/** The lines of a ladder one below the other, with a bracket at the left edge of those that repeat. */
final class Page {

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;
    private boolean bracketed;

    Page(boolean colour) {
        this.colour = colour;
    }

    String text() {
        return out.toString();
    }

    void blank() {
        out.append('\n');
    }

    void rung(LadderRow rung) {
        if (bracketed) {
            rung.line().put(0, "┃", Style.BOLD);
        }
        rung.line().appendTo(out, colour);
    }

    void openBracket(String words) {
        bracketed = true;
        new Line().put(0, "┏━━ " + words + " ━━", Style.BOLD).appendTo(out, colour);
    }

    void closeBracket(String words) {
        if (bracketed) {
            new Line().put(0, "┗━━ " + words + " ━━", Style.BOLD).appendTo(out, colour);
            bracketed = false;
        }
    }

    /** Words broken into lines, all but the first indented by two. */
    void paragraph(String words, Style style) {
        for (String line : WordWrap.lines(Escape.line(words), "", "  ", Line.WIDTH)) {
            new Line().put(0, line, style).appendTo(out, colour);
        }
    }
}
