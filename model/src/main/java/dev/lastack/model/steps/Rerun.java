package dev.lastack.model.steps;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.Trace;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.Reduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the steps of a run again where other reductions are in use. A step under {@link Reduction#SYMMETRY} may have led to
 * the mirror image of where it is said to lead, and all that follows then happens at the other host. The segments in flight
 * are the same, in the same slots, whatever reductions are in use.
 */
public final class Rerun {

    private final TerminationExpander reduced;
    private final TerminationExpander expander;
    private final int words;

    public Rerun(Rulebook reduced, Rulebook wanted) {
        if (wanted.scenario().symmetric()) {
            throw new IllegalArgumentException("a run of single hosts cannot be told where hosts stand for each other");
        }
        this.reduced = new TerminationExpander(reduced, null);
        this.expander = new TerminationExpander(wanted, null);
        this.words = wanted.scenario().layout().words();
    }

    /** The same run here. Initial states are the same under all reductions. */
    public Trace of(Trace run) {
        long[] initial = new long[words];
        expander.initial(into(initial));
        List<Trace.Step> steps = new ArrayList<>();
        long[] state = initial;
        boolean mirrored = false;
        for (int i = 0; i < run.steps().size(); i++) {
            int action = run.steps().get(i).action();
            take(reduced, run.state(i), action);
            int here = mirrored ? Mirror.reflect(action) : action;
            take(expander, state, here);
            state = expander.words().clone();
            steps.add(new Trace.Step(here, expander.observations(), state));
            mirrored ^= !Arrays.equals(reduced.words(), run.state(i + 1));
        }
        return new Trace(initial, steps, run.loopStart());
    }

    private static void take(TerminationExpander expander, long[] state, int action) {
        if (!expander.perform(state, 0, action) || expander.cut() != Bound.NONE) {
            throw new AssertionError("a step that a reduced search took is not possible without: " + Action.of(action));
        }
    }

    private static StepSink into(long[] state) {
        return new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                System.arraycopy(words, offset, state, 0, state.length);
            }

            @Override
            public void cut(int bound) {
                throw new AssertionError("an initial state cannot be cut by a bound");
            }
        };
    }
}
