package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Move;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import java.util.List;

/** A run of the formal model, one state at a time. */
final class ModelRun {

    private final TerminationModel model;
    private final Steps possible;
    private final Abstraction abstraction;
    private final long[] initial;
    private long[] state;

    ModelRun(TerminationModel model, Abstraction abstraction) {
        this.model = model;
        this.abstraction = abstraction;
        this.possible = new Steps(model);
        this.initial = possible.initial().get(0);
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
    List<Trace.Step> steps() {
        return steps(state);
    }

    StateView view(long[] source) {
        return model.decode(source);
    }

    /** The actions that leave {@code source}. */
    List<Trace.Step> steps(long[] source) {
        return possible.from(source);
    }

    /** All that there is to know of a step of the present state, at instant {@code ticks}. */
    Move tell(Trace.Step step, long ticks) {
        return tell(state, step, ticks);
    }

    /** The same of a step of {@code source}. */
    Move tell(long[] source, Trace.Step step, long ticks) {
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

    /** Whether a bound forbade a step when {@link #steps()} was last asked. */
    boolean cut() {
        return possible.cut();
    }
}
