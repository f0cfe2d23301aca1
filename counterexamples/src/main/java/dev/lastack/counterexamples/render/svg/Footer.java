package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.WordWrap;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Endless;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.Violation;
import java.util.List;

/**
 * The sentences below a drawing.
 *
 * @param verdict what the run ends with, in lines
 * @param verdictCss the CSS class of all of them
 * @param notes why a lasso counts, in lines
 */
record Footer(List<String> verdict, String verdictCss, List<String> notes) {

    private static final double LINE = 20;
    private static final int VERDICT_LETTERS = 96;
    private static final int NOTE_LETTERS = 118;

    static Footer of(Counterexample run, Flights flights) {
        Ending ending = Ending.of(run);
        List<String> verdict =
                WordWrap.lines(ending.mark() + " " + Violation.sentence(run, flights), "", "", VERDICT_LETTERS);
        List<String> notes = run.loopStart().isEmpty()
                ? List.of()
                : new Endless(run)
                        .fairness().stream()
                                .flatMap(reason -> WordWrap.lines("· " + reason, "", "", NOTE_LETTERS).stream())
                                .toList();
        return new Footer(verdict, ending.isViolation() ? "verdict" : "verdict met", notes);
    }

    double height() {
        return (verdict.size() + notes.size()) * LINE;
    }

    /** Draws them from {@code top} on. */
    void draw(double top, Svg svg) {
        double y = top + LINE / 2;
        for (String line : verdict) {
            svg.text(verdictCss, Columns.BRACKET, y, line);
            y += LINE;
        }
        for (String line : notes) {
            svg.text("note", Columns.BRACKET, y, line);
            y += LINE;
        }
    }
}
