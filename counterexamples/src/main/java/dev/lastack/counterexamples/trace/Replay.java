package dev.lastack.counterexamples.trace;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.checker.liveness.ltl.FormulaSyntaxException;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.view.StateView;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.LivenessClaims;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.properties.claims.TerminationClaims;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executes a trace file again on the model, step by step, and accepts only what the model does too. */
public final class Replay {

    private final TraceFile trace;
    private final Optional<Claim> claim;
    private final TerminationModel model;
    private final Steps possible;

    private Replay(TraceFile trace, Optional<Claim> claim, Variant variant) {
        this.trace = trace;
        this.claim = claim;
        this.model = TerminationModel.of(trace.scenario(), variant);
        this.possible = new Steps(model);
    }

    /**
     * A replay of a violation of a claim in the catalogue, of a run to a state that the file states, or of a violation of a
     * formula that the file states as its claim.
     */
    public static Replay of(TraceFile trace) {
        return new Replay(trace, known(trace), Variant.OF_KNOBS);
    }

    private static Optional<Claim> known(TraceFile trace) {
        String id = trace.claim().id();
        String sentence = trace.claim().sentence();
        return TerminationClaims.byId(id)
                .or(() -> Reachability.formula(id, sentence)
                        .map(Reachability::unreachable)
                        .filter(claim -> isWellFormed(claim, trace)))
                .or(() -> Optional.of(LivenessClaims.ltl(id, sentence)).filter(claim -> isWellFormed(claim, trace)));
    }

    private static boolean isWellFormed(Claim claim, TraceFile trace) {
        TerminationModel model = TerminationModel.of(trace.scenario());
        try {
            claim.property(model);
            claim.graphProperties(model);
            return true;
        } catch (FormulaSyntaxException e) {
            return false;
        }
    }

    /** The claim is one of {@code claims}. */
    public Replay claims(List<Claim> claims) {
        String id = trace.claim().id();
        return new Replay(
                trace, claims.stream().filter(own -> own.id().equals(id)).findFirst(), model.variant());
    }

    /** {@code variant} decides, as it did when the file was written. */
    public Replay variant(Variant variant) {
        return new Replay(trace, claim, variant);
    }

    /** How a replay ends. */
    public sealed interface Outcome {

        /** Every state was reached and the claim is violated at the end; the run is decoded from the model. */
        record Confirmed(Counterexample counterexample, Claim claim) implements Outcome {}

        /**
         * The file is not a run of the model, or the run breaks nothing.
         *
         * @param step the first that does not fit, from 1; 0 stands for the initial state
         * @param where what does not fit, for example "state after the step, /A/rcvNxt"
         * @param expected what the model does
         * @param found what the file says
         */
        record Refused(String source, int step, String where, String expected, String found) implements Outcome {

            /** One line for a person. */
            public String message() {
                return "%s: step %d does not fit: %s: expected %s, found %s"
                        .formatted(source, step, where, expected, found);
            }
        }
    }

    /**
     * Runs it.
     *
     * @throws TraceFileException if the file is of another variant in Java
     */
    public Outcome run() {
        if (!trace.variant().equals(model.variant().name())) {
            throw new TraceFileException(trace.source(), wrongVariant());
        }
        long[] initial = initial();
        if (initial == null) {
            return refused(0, "initial state", "an initial state of the scenario", "another state");
        }
        List<Trace.Step> steps = new ArrayList<>();
        long[] source = initial;
        for (int step = 1; step <= trace.steps().size(); step++) {
            TraceFile.Label label = trace.steps().get(step - 1);
            Trace.Step taken = possible.from(source, label.action()).orElse(null);
            Optional<Outcome> misfit = taken == null
                    ? Optional.of(refused(step, "action", "a step that is possible there", label.text()))
                    : misfit(step, source, label, taken);
            if (misfit.isPresent() || taken == null) {
                return misfit.orElseThrow();
            }
            steps.add(taken);
            source = taken.target();
        }
        Trace run = new Trace(initial, steps, trace.loopStart());
        return judge(run);
    }

    private String wrongVariant() {
        return trace.variant().isEmpty()
                ? "it is a run in which the knobs decide, not " + model.variant()
                : "it is a run of the variant " + trace.variant()
                        + " in Java, which has to be at hand: Replay.of(trace).variant(Variant.of(…))";
    }

    private Outcome judge(Trace run) {
        int end = run.steps().size();
        if (run.loopStart().isPresent()) {
            int start = run.loopStart().getAsInt();
            if (!Arrays.equals(run.state(start), run.state(end))) {
                return refused(end, "loop", "the state before step " + (start + 1) + " again", "another state");
            }
        }
        if (claim.isEmpty()) {
            return refused(
                    end, "claim", "one that this lastack knows", trace.claim().id());
        }
        if (!sameWords(claim.get())) {
            return refused(end, "claim", claim.get().sentence(), trace.claim().sentence());
        }
        if (!violates(claim.get(), run)) {
            return refused(end, "claim", trace.claim().id() + " violated by the last step", "no violation");
        }
        return new Outcome.Confirmed(Counterexample.of(claim.get(), model, run), claim.get());
    }

    private boolean sameWords(Claim claim) {
        return claim.sentence().equals(trace.claim().sentence())
                && claim.assumptions().equals(trace.claim().assumptions());
    }

    private boolean violates(Claim claim, Trace run) {
        return claim.property(model)
                .map(property -> property.isViolatedAt(run.steps().size(), run, model))
                .orElseGet(() -> claim.isBrokenBy(model, run));
    }

    private Optional<Outcome> misfit(int step, long[] source, TraceFile.Label label, Trace.Step taken) {
        String text = model.describeAction(source, taken.action());
        if (!text.equals(label.text())) {
            return Optional.of(refused(step, "label", text, label.text()));
        }
        StateView reached = model.decode(taken.target());
        return StateDifference.first(reached, trace.states().get(step))
                .map(found -> refused(step, "state after it, " + found.path(), found.expected(), found.found()));
    }

    private Outcome refused(int step, String where, String expected, String found) {
        return new Outcome.Refused(trace.source(), step, where, expected, found);
    }

    private long @Nullable [] initial() {
        StateView wanted = trace.states().get(0);
        return possible.initial().stream()
                .filter(state -> model.decode(state).equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
