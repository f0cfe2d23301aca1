package dev.lastack.properties;

import dev.lastack.checker.Property;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.properties.retiming.Retiming;
import dev.lastack.scenario.RealTime;

/** A violation in a scenario whose durations were rounded counts only if its run exists at the real ones. */
final class RealTimeVerdict {

    private RealTimeVerdict() {}

    static ClaimResult of(ClaimResult result) {
        boolean rounded = result.model()
                .scenario()
                .statement()
                .realTime()
                .map(RealTime::rounded)
                .filter(knobs -> !knobs.isEmpty())
                .isPresent();
        if (!rounded || !(result.verdict() instanceof Verdict.Violated violated)) {
            return result;
        }
        Retiming.Outcome retimed =
                Retiming.of(result.model(), violated.trace(), exact -> breaks(result.claim(), exact));
        return retimed.exact()
                .map(exact -> new ClaimResult(result.claim(), new Verdict.Violated(exact.trace()), exact.model()))
                .orElseGet(
                        () -> new ClaimResult(result.claim(), new Verdict.Inconclusive(retimed.why()), result.model()));
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
