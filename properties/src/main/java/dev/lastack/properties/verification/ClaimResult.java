package dev.lastack.properties.verification;

import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What became of a claim in one verification.
 *
 * @param model the system that a violation's trace is a run of: the one explored, or the same at exact durations
 * @param notes further sentences on a claim about whole runs: what the verdict needed, why its lasso is fair
 */
public record ClaimResult(Claim claim, Verdict verdict, TerminationModel model, List<String> notes) {

    public ClaimResult {
        notes = List.copyOf(notes);
    }

    public ClaimResult(Claim claim, Verdict verdict, TerminationModel model) {
        this(claim, verdict, model, List.of());
    }

    /** The verdict as one word, for reports and exit codes. */
    public Outcome outcome() {
        if (verdict instanceof Verdict.Violated) {
            return Outcome.VIOLATED;
        }
        if (verdict instanceof Verdict.Vacuous) {
            return Outcome.VACUOUS;
        }
        if (verdict instanceof Verdict.Inconclusive) {
            return Outcome.INCONCLUSIVE;
        }
        return Outcome.HOLDS;
    }

    /** The run that shows a violation. */
    public Optional<Trace> trace() {
        return verdict instanceof Verdict.Violated violated ? Optional.of(violated.trace()) : Optional.empty();
    }

    /** Why an inconclusive verdict is one. */
    public Optional<String> why() {
        return verdict instanceof Verdict.Inconclusive inconclusive
                ? Optional.of(inconclusive.why())
                : Optional.empty();
    }
}
