package dev.lastack.counterexamples.render.ladder;

import dev.lastack.counterexamples.WordWrap;
import dev.lastack.scenario.text.Escape;

/** The lines of a ladder one below the other, with a bracket at the left edge of those that repeat. */
final class Page {

    private final StringBuilder out = new StringBuilder();
    private final LadderForm form;
    private boolean bracketed;

    Page(LadderForm form) {
        this.form = form;
    }

    String text() {
        return form.ascii() ? Ascii.of(out.toString()) : out.toString();
    }

    void blank() {
        out.append('\n');
    }

    void rung(LadderRow rung) {
        if (bracketed) {
            rung.line().put(0, "┃", Style.BOLD);
        }
        rung.line().appendTo(out, form.colour());
    }

    void openBracket(String words) {
        bracketed = true;
        new Line(form.width()).put(0, "┏━━ " + words + " ━━", Style.BOLD).appendTo(out, form.colour());
    }

    void closeBracket(String words) {
        if (bracketed) {
            new Line(form.width()).put(0, "┗━━ " + words + " ━━", Style.BOLD).appendTo(out, form.colour());
            bracketed = false;
        }
    }

    /** Words broken into lines, all but the first indented by two. */
    void paragraph(String words, Style style) {
        for (String line : WordWrap.lines(Escape.line(words), "", "  ", form.width())) {
            new Line(form.width()).put(0, line, style).appendTo(out, form.colour());
        }
    }
}
