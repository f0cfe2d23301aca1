package dev.lastack.properties.verification;

import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Question;
import dev.lastack.properties.retiming.LassoRetiming;
import dev.lastack.properties.retiming.Retiming;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.RealTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a verdict is worth where durations are real.
 *
 * <p>That a claim holds carries over to every real timing, for every order within an instant was explored. It carries over from
 * rounded durations where rounding only added behaviours, as it does for lifetimes and retransmission gaps. A shorter
 * TIME-WAIT, quiet time or reuse delay also removes some: what a longer one would still have answered. A variant in Java may
 * decide by numbers of ticks, so from rounded durations it never carries over with one.
 *
 * <p>A violation counts only if its run or lasso exists at the real durations, with no two things at the same instant. One that
 * needs a tie may say no more than that the scenario lies on the boundary, see {@link Boundary}.
 */
public final class RealTimeVerdict {

    private static final Set<String> ONLY_ADD_BEHAVIOURS = Set.of("msl", "rto");

    private static final String EVERY_TIMING = "what holds does so at every real timing";

    private RealTimeVerdict() {}

    /** How far the verdicts on {@code scenario} reach; empty where durations are ticks. */
    public static Optional<String> reach(Scenario scenario) {
        return isMeasured(scenario) && countingTicks(scenario).isEmpty() ? Optional.of(EVERY_TIMING) : Optional.empty();
    }

    private static boolean isMeasured(Scenario scenario) {
        return scenario.statement().realTime().map(RealTime::measured).orElse(false);
    }

    /** What makes a coarse tick turn "older" into "equal", so that a verdict is one for this tick; empty if nothing does. */
    private static Optional<String> countingTicks(Scenario scenario) {
        for (EndpointKnobs knobs : List.of(scenario.a(), scenario.b())) {
            if (knobs.numbers().timestamps()) {
                return Optional.of("timestamps");
            }
            if (knobs.numbers().isn() == EndpointKnobs.Isn.CLOCK) {
                return Optional.of("isn: clock");
            }
            if (knobs.challenge().limit() != EndpointKnobs.OFF) {
                return Optional.of("challenge-limit");
            }
        }
        return Optional.empty();
    }

    /** Whether a claim that holds of {@code scenario}, decided by its knobs alone, holds at its real durations too. */
    public static boolean holdsCarriesOver(Scenario scenario) {
        return ONLY_ADD_BEHAVIOURS.containsAll(rounded(scenario));
    }

    private static List<String> rounded(Scenario scenario) {
        return scenario.statement().realTime().map(RealTime::rounded).orElse(List.of());
    }

    static ClaimResult of(ClaimResult result, Boundary boundary) {
        if (!isMeasured(result.model().scenario())) {
            return result;
        }
        if (result.verdict() instanceof Verdict.Violated violated) {
            return retimed(result, violated, boundary);
        }
        return result.verdict() instanceof Verdict.Holds ? holds(result) : result;
    }

    private static ClaimResult holds(ClaimResult result) {
        Scenario scenario = result.model().scenario();
        List<String> rounded = rounded(scenario);
        if (!rounded.isEmpty() && !result.model().variant().equals(Variant.OF_KNOBS)) {
            return inconclusive(
                    result,
                    "it holds with rounded durations, but a variant in Java sees ticks, and may decide otherwise at"
                            + " the real ones; choose a tick that divides them");
        }
        if (!holdsCarriesOver(scenario)) {
            return inconclusive(
                    result,
                    "it holds with rounded durations, but rounding " + String.join(", ", rounded)
                            + " also removes behaviours; choose a tick that divides them");
        }
        boolean countsSteps = result.claim().graphProperties(result.model()).stream()
                .anyMatch(property -> property.ofRuns().formula().countsSteps());
        if (!rounded.isEmpty() && countsSteps) {
            return inconclusive(result, "it counts steps, which are others at the real durations");
        }
        Optional<String> reason = countsSteps
                ? Optional.of("the claim counts steps")
                : countingTicks(scenario).map(knob -> "with " + knob + " a shorter tick can tell more apart");
        return reason.map(why -> noted(result, "for this tick: " + why)).orElse(result);
    }

    private static ClaimResult noted(ClaimResult result, String note) {
        List<String> notes = new ArrayList<>(result.notes());
        notes.add(note);
        return new ClaimResult(result.claim(), result.verdict(), result.model(), notes, result.decidedBy());
    }

    static ClaimResult inconclusive(ClaimResult result, String why) {
        return new ClaimResult(result.claim(), new Verdict.Inconclusive(why), result.model());
    }

    private static ClaimResult retimed(ClaimResult result, Verdict.Violated violated, Boundary boundary) {
        Claim claim = result.claim();
        Scenario scenario = result.model().scenario();
        boolean asGiven = rounded(scenario).isEmpty();
        if (asGiven
                && (scenario.a().numbers().isn() == EndpointKnobs.Isn.CLOCK
                        || scenario.b().numbers().isn() == EndpointKnobs.Isn.CLOCK)) {
            return noted(result, "for this tick: runs with isn: clock are not re-timed");
        }
        if (claim.question() instanceof Question.OfSteps) {
            Retiming.Outcome retimed = retime(result, violated.trace());
            return retimed.exact()
                    .map(run -> violated(claim, run))
                    .orElseGet(() -> asGiven && retimed.tie()
                            ? boundary.of(result)
                            : boundary.roundedUp(result).orElseGet(() -> inconclusive(result, retimed.why())));
        }
        if (violated.trace().loopStart().isEmpty()) {
            return asGiven
                    ? noted(result, "for this tick: the bound is in ticks")
                    : inconclusive(result, "its bound is in ticks, which are others at the real durations");
        }
        Retiming.Outcome retimed = LassoRetiming.of(
                result.model(), violated.trace(), exact -> claim.isBrokenBy(exact.model(), exact.trace()));
        return retimed.exact()
                .map(exact -> new ClaimResult(
                        claim,
                        new Verdict.Violated(exact.trace()),
                        exact.model(),
                        claim.allowances(exact.model(), exact.trace())))
                .orElseGet(() -> inconclusive(result, retimed.why()));
    }

    /** The run {@code trace}, which breaks a claim about steps or states, at real times. */
    static Retiming.Outcome retime(ClaimResult result, Trace trace) {
        return retime(result, trace, result.model().scenario());
    }

    /** The same at the real durations of {@code real}. */
    static Retiming.Outcome retime(ClaimResult result, Trace trace, Scenario real) {
        return Retiming.of(result.model(), trace, real, exact -> violating(result.claim(), exact));
    }

    static ClaimResult violated(Claim claim, Retiming.Exact run) {
        return new ClaimResult(claim, new Verdict.Violated(run.trace()), run.model());
    }

    /** The part of {@code exact} that ends with its first violation of {@code claim}; empty if it violates nothing. */
    private static Optional<Retiming.Exact> violating(Claim claim, Retiming.Exact exact) {
        Trace run = exact.trace();
        OptionalInt end = claim.property(exact.model())
                .map(property -> property.firstViolation(run, exact.model()))
                .orElse(OptionalInt.empty());
        return end.isEmpty()
                ? Optional.empty()
                : Optional.of(new Retiming.Exact(exact.scenario(), exact.model(), run.upTo(end.getAsInt())));
    }
}
