package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each step of a run stands on the time axis.
 *
 * <p>Every tick is equally high, as high as the instant with most steps needs; the steps of one instant stand below each
 * other in their order. A long time in which nothing happens is folded: the axis is broken there.
 */
final class DrawingScale {

    static final double ROW = 42;
    private static final double FOLD = 44;
    private static final int KEPT_TICKS = 2;

    private final double top;
    private final int[] instantOf;
    private final int[] slotOf;
    private final List<Fold> folds = new ArrayList<>();
    private final double tick;

    /** Instants {@code first} to {@code last} stand in a break of the axis. */
    record Fold(int first, int last) {
        int ticks() {
            return last - first + 1;
        }
    }

    DrawingScale(Counterexample run, double top) {
        this.top = top;
        this.instantOf = new int[run.length() + 1];
        this.slotOf = new int[run.length() + 1];
        int mostSlots = 1;
        for (int step = 1; step <= run.length(); step++) {
            boolean ticks = run.step(step).kind() == Kind.TICK;
            instantOf[step] = instantOf[step - 1] + (ticks ? 1 : 0);
            slotOf[step] = ticks ? 0 : slotOf[step - 1] + 1;
            mostSlots = Math.max(mostSlots, slotOf[step] + 1);
        }
        this.tick = mostSlots * ROW;
        fold(run);
    }

    private void fold(Counterexample run) {
        int bare = 0;
        for (int step = 1; step <= run.length() + 1; step++) {
            boolean quiet = step <= run.length() && quiet(run.step(step)) && alone(step, run.length());
            if (quiet) {
                bare++;
            } else {
                if (bare > KEPT_TICKS) {
                    int last = instantOf[step - 1];
                    folds.add(new Fold(last - bare + 1, last));
                }
                bare = 0;
            }
        }
    }

    private static boolean quiet(StepView step) {
        return step.kind() == Kind.TICK
                && step.timers().isEmpty()
                && step.emitted().isEmpty();
    }

    /** Whether step {@code step}, a tick, is all that happens at its instant. */
    private boolean alone(int step, int length) {
        return step == length || instantOf[step + 1] != instantOf[step];
    }

    List<Fold> folds() {
        return folds;
    }

    int instants() {
        return instantOf[instantOf.length - 1];
    }

    int instant(int step) {
        return instantOf[step];
    }

    double ofStep(int step) {
        return ofInstant(instantOf[step]) + slotOf[step] * ROW + ROW / 2;
    }

    /** The upper end of instant {@code instant}, which may lie beyond the run. */
    double ofInstant(int instant) {
        double y = top + instant * tick;
        for (Fold fold : folds) {
            int folded = Math.max(0, Math.min(instant - fold.first(), fold.ticks()));
            y -= folded * (tick - FOLD / fold.ticks());
        }
        return y;
    }

    boolean inFold(int instant) {
        return folds.stream().anyMatch(fold -> fold.first() <= instant && instant <= fold.last());
    }

    /** The lower end of the drawing. */
    double bottom() {
        return ofStep(instantOf.length - 1) + ROW;
    }
}
