package dev.lastack.counterexamples.explain;

import dev.lastack.checker.Limits;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides the claim of one run in scenarios that differ from the run's, each of them once. */
final class Explorations {

    /** No single exploration takes more than this part of the time that all of them have. */
    private static final int LARGEST_SHARE = 8;

    private final Counterexample run;
    private final Claim claim;
    private final Limits limits;
    private final long start = System.nanoTime();
    private final Map<Map<String, String>, Decision> known = new HashMap<>();

    Explorations(Counterexample run, Claim claim, Limits limits) {
        this.run = run;
        this.claim = claim;
        this.limits = limits;
    }

    /**
     * What becomes of the claim.
     *
     * @param length steps of the shortest run that breaks it
     */
    record Decision(Outcome outcome, OptionalInt length) {

        private static final Decision OPEN = new Decision(Outcome.INCONCLUSIVE, OptionalInt.empty());

        boolean open() {
            return outcome == Outcome.INCONCLUSIVE;
        }
    }

    /** The run's scenario with these knobs; empty if their values do not fit the others. */
    Optional<Scenario> scenario(Map<String, String> knobs) {
        try {
            return Optional.of(run.scenario().with(knobs));
        } catch (ScenarioException e) {
            return Optional.empty();
        }
    }

    /** What becomes of the claim with these knobs; empty if their values do not fit the others. */
    Optional<Decision> decide(Map<String, String> knobs) {
        return scenario(knobs).map(scenario -> known.computeIfAbsent(Map.copyOf(knobs), unused -> explore(scenario)));
    }

    private Decision explore(Scenario scenario) {
        Duration left = limits.timeout().minusNanos(System.nanoTime() - start);
        Duration share = limits.timeout().dividedBy(LARGEST_SHARE);
        Duration time = left.compareTo(share) < 0 ? left : share;
        if (time.isNegative() || time.isZero()) {
            return Decision.OPEN;
        }
        ClaimResult result = Verification.of(scenario)
                .variant(run.variant())
                .claims(claim)
                .limits(limits.withTimeout(time))
                .withoutReach()
                .run()
                .claims()
                .get(0);
        OptionalInt length = result.trace()
                .map(trace -> OptionalInt.of(trace.steps().size()))
                .orElse(OptionalInt.empty());
        return new Decision(result.outcome(), length);
    }

    /** How many state spaces were searched. */
    int count() {
        return known.size();
    }
}
