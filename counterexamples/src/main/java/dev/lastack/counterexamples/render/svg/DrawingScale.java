package dev.lastack.counterexamples.render.svg;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each step of a run stands on the time axis.
 *
 * <p>Every tick is equally high, as high as the instant that needs most; the steps of one instant stand below each other in
 * their order, far enough apart for the words next to them. A long time in which nothing happens is folded: the axis is broken there.
 */
final class DrawingScale {

    static final double ROW = 42;
    private static final double FOLD = 44;
    private static final double SIBLING = 9;
    private static final int KEPT_TICKS = 2;

    private final double top;
    private final int[] instantOf;
    private final double[] offsetOf;
    private final List<Fold> folds = new ArrayList<>();
    private final double tick;
    private final double afterLast;

    /** Instants {@code first} to {@code last} stand in a break of the axis. */
    record Fold(int first, int last) {
        int ticks() {
            return last - first + 1;
        }
    }

    DrawingScale(Counterexample run, double top) {
        this.top = top;
        this.instantOf = new int[run.length() + 1];
        this.offsetOf = new double[run.length() + 1];
        offsetOf[0] = ROW / 2;
        double highest = 0;
        for (int step = 1; step <= run.length(); step++) {
            boolean ticks = run.step(step).kind() == Kind.TICK;
            instantOf[step] = instantOf[step - 1] + (ticks ? 1 : 0);
            offsetOf[step] = ticks ? ROW / 2 : offsetOf[step - 1] + apart(run, step);
            highest = Math.max(highest, offsetOf[step - 1] + room(run, step - 1));
        }
        this.afterLast = room(run, run.length());
        this.tick = Math.max(highest, offsetOf[run.length()] + afterLast);
        fold(run);
    }

    /** How far step {@code step} stands below the step before it at the same instant. */
    private static double apart(Counterexample run, int step) {
        double apart = ROW;
        for (Host host : Host.values()) {
            int lines = Words.of(run, host, step - 1).below()
                    + Words.of(run, host, step).above();
            apart = Math.max(apart, (lines + 0.2) * Words.LINE);
        }
        return apart;
    }

    /** What step {@code step} needs below it if its instant ends there. */
    private static double room(Counterexample run, int step) {
        double room = ROW / 2;
        for (Host host : Host.values()) {
            room = Math.max(room, Words.of(run, host, step).below() * Words.LINE);
        }
        return room;
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
        return ofInstant(instantOf[step]) + offsetOf[step];
    }

    /** Where {@code flight} leaves: segments that one step sends one after the other leave a little below each other. */
    double ofSending(Flights flights, Flight flight) {
        int sibling = 0;
        for (Flight other : flights.sentIn(flight.sent().step())) {
            if (other.from() == flight.from() && other.number() < flight.number()) {
                sibling++;
            }
        }
        return ofStep(flight.sent().step()) + sibling * SIBLING;
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
        return ofStep(instantOf.length - 1) + Math.max(ROW, afterLast);
    }
}
