package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.StoryClock;
import java.util.List;

/** The time axis with its instants, its breaks, the numbers of the steps, and the bracket of what repeats. */
final class TimeAxis {

    private static final double FOLD_SIZE = 12;
    private static final double FOLD_LETTER = 0.65 * FOLD_SIZE;

    private final Counterexample run;
    private final StoryClock clock;
    private final DrawingScale scale;
    private final Svg svg;

    TimeAxis(Counterexample run, DrawingScale scale, Svg svg) {
        this.run = run;
        this.clock = StoryClock.of(run);
        this.scale = scale;
        this.svg = svg;
    }

    void draw() {
        svg.line("axis", Columns.AXIS, scale.ofInstant(0), Columns.AXIS, scale.bottom());
        for (int instant = 0; instant <= scale.instants(); instant++) {
            if (!scale.inFold(instant)) {
                double y = scale.ofInstant(instant);
                svg.line("tick", Columns.AXIS - 5, y, Columns.WIDTH - Columns.BRACKET, y);
                svg.text("time", Columns.AXIS - 9, y + 4, clock.at(instant));
            }
        }
        for (DrawingScale.Fold fold : scale.folds()) {
            fold(fold);
        }
        for (int step = 1; step <= run.length(); step++) {
            if (!scale.inFold(scale.instant(step))) {
                boolean violates = Ending.of(run).isViolation(step);
                String css = violates ? "number violation" : "number";
                svg.open("step", step);
                svg.text(css, Columns.STEP_NUMBER, scale.ofStep(step) + 4, violates ? "✗ " + step : "" + step);
                svg.close();
            }
        }
        run.loopStart().ifPresent(this::bracket);
    }

    /** The room of the words in the breaks. */
    List<Box> foldWords() {
        double middle = (Columns.LIFE_A + Columns.LIFE_B) / 2;
        return scale.folds().stream()
                .map(fold -> Box.centred(middle, middleOf(fold) + 4, words(fold).length() * FOLD_LETTER, FOLD_SIZE, 0))
                .toList();
    }

    private double middleOf(DrawingScale.Fold fold) {
        return (scale.ofInstant(fold.first()) + scale.ofInstant(fold.last() + 1)) / 2;
    }

    private String words(DrawingScale.Fold fold) {
        return clock.lasting(fold.ticks()) + " in which nothing happens";
    }

    private void fold(DrawingScale.Fold fold) {
        double middle = middleOf(fold);
        double x = Columns.AXIS;
        svg.rect("paper", x - 8, middle - 7, 16, 14);
        svg.line("axis", x - 8, middle - 3, x + 8, middle - 9);
        svg.line("axis", x - 8, middle + 9, x + 8, middle + 3);
        svg.text("fold", (Columns.LIFE_A + Columns.LIFE_B) / 2, middle + 4, words(fold));
    }

    private void bracket(int start) {
        if (start == run.length()) {
            return;
        }
        double top = scale.ofStep(start) + DrawingScale.ROW / 2;
        double bottom = scale.ofStep(run.length()) + DrawingScale.ROW / 2;
        double x = Columns.BRACKET;
        svg.path(
                "bracket",
                "M %s %s H %s V %s H %s".formatted(Svg.n(x + 8), Svg.n(top), Svg.n(x), Svg.n(bottom), Svg.n(x + 8)));
        svg.turned("repeats", x - 4, (top + bottom) / 2, -90, "repeats for ever");
    }
}
