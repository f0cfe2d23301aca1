package dev.lastack.properties;

import dev.lastack.checker.Property;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.model.Variant;
import dev.lastack.properties.retiming.LassoRetiming;
import dev.lastack.properties.retiming.Retiming;
import dev.lastack.scenario.RealTime;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a verdict is worth where durations were rounded. A violation counts only if its run or lasso exists at the real ones. That
 * a claim holds carries over where rounding only added behaviours, as it does for lifetimes and retransmission gaps. A
 * shorter TIME-WAIT, quiet time or reuse delay also removes some: what a longer one would still have answered. A variant in
 * Java may decide by numbers of ticks, so of one it never carries over.
 */
public final class RealTimeVerdict {

    private static final Set<String> ONLY_ADD_BEHAVIOURS = Set.of("msl", "rto");

    private RealTimeVerdict() {}

    /** Whether a claim that holds of {@code scenario}, decided by its knobs alone, holds at its real durations too. */
    public static boolean holdsCarriesOver(Scenario scenario) {
        return ONLY_ADD_BEHAVIOURS.containsAll(rounded(scenario));
    }

    private static List<String> rounded(Scenario scenario) {
        return scenario.statement().realTime().map(RealTime::rounded).orElse(List.of());
    }

    static ClaimResult of(ClaimResult result) {
        List<String> rounded = rounded(result.model().scenario());
        if (!rounded.isEmpty() && result.verdict() instanceof Verdict.Violated violated) {
            return retimed(result, violated);
        }
        if (rounded.isEmpty() || !(result.verdict() instanceof Verdict.Holds)) {
            return result;
        }
        if (!result.model().variant().equals(Variant.OF_KNOBS)) {
            return inconclusive(
                    result,
                    "it holds with rounded durations, but a variant in Java sees ticks, and may decide otherwise at the real"
                            + " ones; choose a tick that divides them");
        }
        if (!holdsCarriesOver(result.model().scenario())) {
            return inconclusive(
                    result,
                    "it holds with rounded durations, but rounding " + String.join(", ", rounded)
                            + " also removes behaviours; choose a tick that divides them");
        }
        boolean countsSteps = result.claim().graphProperties(result.model()).stream()
                .anyMatch(property -> property.ofRuns().formula().countsSteps());
        return countsSteps ? inconclusive(result, "it counts steps, which are others at the real durations") : result;
    }

    private static ClaimResult inconclusive(ClaimResult result, String why) {
        return new ClaimResult(result.claim(), new Verdict.Inconclusive(why), result.model());
    }

    private static ClaimResult retimed(ClaimResult result, Verdict.Violated violated) {
        Claim claim = result.claim();
        if (claim.question() instanceof Question.OfSteps) {
            Retiming.Outcome retimed = Retiming.of(
                    result.model(),
                    violated.trace(),
                    exact -> Optional.of(exact).filter(run -> breaks(claim, run)));
            return retimed.exact()
                    .map(exact -> new ClaimResult(claim, new Verdict.Violated(exact.trace()), exact.model()))
                    .orElseGet(() -> inconclusive(result, retimed.why()));
        }
        if (violated.trace().loopStart().isEmpty()) {
            return inconclusive(result, "its bound is in ticks, which are others at the real durations");
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

    private static boolean breaks(Claim claim, Retiming.Exact exact) {
        Trace trace = exact.trace();
        return claim.property(exact.model())
                .map(property -> breaks(property, trace))
                .orElse(false);
    }

    private static boolean breaks(Property property, Trace trace) {
        if (property instanceof Property.StepInvariant invariant) {
            return trace.steps().stream().anyMatch(step -> (step.observations() & invariant.violation()) != 0);
        }
        if (property instanceof Property.Invariant invariant) {
            return trace.steps().stream()
                    .anyMatch(step -> invariant.relevant().test(step.target(), 0)
                            && !invariant.holds().test(step.target(), 0));
        }
        return false;
    }
}
