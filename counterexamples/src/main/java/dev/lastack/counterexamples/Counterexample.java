package dev.lastack.counterexamples;

import dev.lastack.checker.Trace;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run that breaks a claim, decoded: all that a renderer needs, and with its actions all that a replay needs.
 *
 * @param variant who decides where the model leaves it open
 * @param states the states of the run, one more than there are moves
 * @param loopStart for a lasso: the number of moves before the part that repeats for ever; if that is all of them, nothing
 *     more happens
 * @param allowances of a lasso: what it does for ever that an assumption which is not made would forbid
 */
public record Counterexample(
        Scenario scenario,
        Variant variant,
        BrokenClaim claim,
        List<StateView> states,
        List<Move> moves,
        OptionalInt loopStart,
        List<String> allowances) {

    public Counterexample {
        allowances = List.copyOf(allowances);
        states = List.copyOf(states);
        moves = List.copyOf(moves);
        if (states.size() != moves.size() + 1) {
            throw new IllegalArgumentException(
                    "a run of %d moves has %d states, got %d".formatted(moves.size(), moves.size() + 1, states.size()));
        }
    }

    /**
     * The claim that the run breaks.
     *
     * @param sentence what the claim says
     * @param assumptions the fairness assumptions under which a lasso counts, by name; empty for a safety claim
     */
    public record BrokenClaim(String id, String sentence, List<String> assumptions) {

        public BrokenClaim {
            assumptions = List.copyOf(assumptions);
        }
    }

    /**
     * One step of the run.
     *
     * @param action its label in the transition system
     * @param label the same for people
     */
    public record Move(int action, String label, StepView view) {}

    /** Decodes {@code trace}, a run of {@code model} that breaks {@code claim}. */
    public static Counterexample of(Claim claim, TerminationModel model, Trace trace) {
        List<StateView> states = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        states.add(model.decode(trace.initial()));
        for (int i = 0; i < trace.steps().size(); i++) {
            Trace.Step step = trace.steps().get(i);
            long[] source = trace.state(i);
            moves.add(new Move(
                    step.action(), model.describeAction(source, step.action()), model.tell(source, step.action())));
            states.add(model.decode(step.target()));
        }
        return new Counterexample(
                model.scenario(),
                model.variant(),
                new BrokenClaim(claim.id(), claim.sentence(), claim.assumptions()),
                states,
                moves,
                trace.loopStart(),
                trace.loopStart().isPresent() ? claim.allowances(model, trace) : List.of());
    }

    /** The run that breaks the claim of {@code result}, if it is broken. */
    public static Optional<Counterexample> of(ClaimResult result) {
        return result.trace().map(trace -> of(result.claim(), result.model(), trace));
    }

    /** The number of steps. */
    public int length() {
        return moves.size();
    }

    /** Step {@code step}, counted from 1. */
    public StepView step(int step) {
        return moves.get(step - 1).view();
    }

    /** The state before step {@code step}. */
    public StateView before(int step) {
        return states.get(step - 1);
    }

    /** The state after step {@code step}; step 0 gives the initial state. */
    public StateView after(int step) {
        return states.get(step);
    }

    /** The instant, in ticks since the start, that the run has reached after {@code step} steps. */
    public int instant(int step) {
        int ticks = 0;
        for (Move move : moves.subList(0, step)) {
            ticks += move.view().kind() == StepView.Kind.TICK ? 1 : 0;
        }
        return ticks;
    }
}
