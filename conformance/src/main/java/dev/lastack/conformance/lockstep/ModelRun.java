package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Move;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run of the formal model, one state at a time. */
final class ModelRun {

    private final TerminationModel model;
    private final Expander expander;
    private final Abstraction abstraction;
    private final long[] initial;
    private long[] state;
    private boolean cut;

    ModelRun(TerminationModel model, Abstraction abstraction) {
        this.model = model;
        this.abstraction = abstraction;
        this.expander = model.expander();
        List<Step> first = new ArrayList<>();
        expander.initial(new Collector(model.words(), first));
        this.initial = first.get(0).target();
        this.state = initial;
    }

    /** Back to the initial state. */
    void restart() {
        state = initial;
    }

    long[] state() {
        return state;
    }

    /** The actions that leave the present state. */
    List<Step> steps() {
        return steps(state);
    }

    StateView view(long[] source) {
        return model.decode(source);
    }

    /** The actions that leave {@code source}. */
    List<Step> steps(long[] source) {
        List<Step> steps = new ArrayList<>();
        cut = false;
        expander.successors(source, 0, new Collector(model.words(), steps));
        return steps;
    }

    /** All that there is to know of a step of the present state, at instant {@code ticks}. */
    Move tell(Step step, long ticks) {
        return tell(state, step, ticks);
    }

    /** The same of a step of {@code source}. */
    Move tell(long[] source, Step step, long ticks) {
        StepView told = model.tell(source, step.action());
        return new Move(
                step.action(),
                step.observations(),
                step.target(),
                abstraction.event(told, ticks),
                told,
                model.decode(step.target()));
    }

    void take(Move move) {
        state = move.target();
    }

    /** A step of the model, not yet told. */
    @SuppressWarnings("ArrayRecordComponent")
    record Step(int action, long observations, long[] target) {}

    /** Whether a bound forbade a step when {@link #steps()} was last asked. */
    boolean cut() {
        return cut;
    }

    private final class Collector implements StepSink {

        private final int words;
        private final List<Step> steps;

        Collector(int words, List<Step> steps) {
            this.words = words;
            this.steps = steps;
        }

        @Override
        public void step(int action, long observations, long[] target, int offset) {
            steps.add(new Step(action, observations, Arrays.copyOfRange(target, offset, offset + words)));
        }

        @Override
        public void cut(int bound) {
            cut = true;
        }
    }
}
