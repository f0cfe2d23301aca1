package dev.lastack.properties.verification;

import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a claim in one verification.
 *
 * @param model the system that a violation's trace is a run of: the one explored, or the same at exact durations
 * @param notes further sentences on a claim about whole runs: what the verdict needed, why its lasso is fair
 * @param decidedBy what decided it, and for which networks
 */
public record ClaimResult(
        Claim claim, Verdict verdict, TerminationModel model, List<String> notes, DecidedBy decidedBy) {

    public ClaimResult {
        notes = List.copyOf(notes);
    }

    /** Decided by a plain search of the scenario's own network. */
    public ClaimResult(Claim claim, Verdict verdict, TerminationModel model, List<String> notes) {
        this(claim, verdict, model, notes, DecidedBy.PLAIN_SEARCH);
    }

    /** Decided by a plain search of the scenario's own network. */
    public ClaimResult(Claim claim, Verdict verdict, TerminationModel model) {
        this(claim, verdict, model, List.of());
    }

    ClaimResult by(DecidedBy other) {
        return new ClaimResult(claim, verdict, model, notes, other);
    }

    ClaimResult inconclusive(String why) {
        return new ClaimResult(claim, new Verdict.Inconclusive(why), model, notes, decidedBy);
    }

    /** For which networks a claim holds or is vacuous, as {@link DecidedBy#reach} says it; empty of any other outcome. */
    public Optional<String> reach() {
        boolean ofAll = outcome() == Outcome.HOLDS || outcome() == Outcome.VACUOUS;
        return ofAll ? Optional.of(decidedBy.reach()).filter(reach -> !reach.isEmpty()) : Optional.empty();
    }

    /** Up to how many segments the run of a violation has in flight in a direction, where no capacity was given. */
    public OptionalInt inFlight() {
        return outcome() == Outcome.VIOLATED && decidedBy.means().engine() == Engine.HULL
                ? OptionalInt.of(model.scenario().environment().capacity())
                : OptionalInt.empty();
    }

    /** The verdict as one word, for reports and exit codes. */
    public Outcome outcome() {
        if (verdict instanceof Verdict.Violated || verdict instanceof Verdict.ViolatedInTime) {
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

    /** The run that shows a violation, unless it is too long to be one in ticks. */
    public Optional<Trace> trace() {
        return verdict instanceof Verdict.Violated violated ? Optional.of(violated.trace()) : Optional.empty();
    }

    /** A run that shows a violation and is too long for ticks, a line for each step; else empty. */
    public List<String> timedRun() {
        return verdict instanceof Verdict.ViolatedInTime timed ? timed.run() : List.of();
    }

    /** Why an inconclusive verdict is one. */
    public Optional<String> why() {
        return verdict instanceof Verdict.Inconclusive inconclusive
                ? Optional.of(inconclusive.why())
                : Optional.empty();
    }
}
