package dev.lastack.counterexamples.trace;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.model.TerminationModel;
import java.util.ArrayList;
import java.util.List;

/** The packed states of a run that was replayed, found by taking its steps again. */
public final class Retaken {

    private Retaken() {}

    /**
     * The steps of {@code run} on {@code model}, of the same scenario and variant.
     *
     * @throws java.util.NoSuchElementException if the model does not take them
     */
    public static Trace of(Counterexample run, TerminationModel model) {
        Steps steps = new Steps(model);
        long[] initial = steps.initial().stream()
                .filter(state -> model.decode(state).equals(run.after(0)))
                .findFirst()
                .orElseThrow();
        List<Trace.Step> taken = new ArrayList<>();
        long[] state = initial;
        for (Counterexample.Move move : run.moves()) {
            Trace.Step step = steps.from(state, move.action()).orElseThrow();
            taken.add(step);
            state = step.target();
        }
        return new Trace(initial, taken, run.loopStart());
    }
}
