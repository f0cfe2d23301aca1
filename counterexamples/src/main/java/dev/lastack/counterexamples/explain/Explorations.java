package dev.lastack.counterexamples.explain;

import dev.lastack.checker.Limits;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.properties.Claim;
import dev.lastack.properties.ClaimResult;
import dev.lastack.properties.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides the claim of one run in scenarios that differ from the run's, each of them once. */
final class Explorations {

    private final Counterexample run;
    private final Claim claim;
    private final Limits limits;
    private final Map<Map<String, String>, Optional<ClaimResult>> known = new HashMap<>();

    Explorations(Counterexample run, Claim claim, Limits limits) {
        this.run = run;
        this.claim = claim;
        this.limits = limits;
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
    Optional<ClaimResult> decide(Map<String, String> knobs) {
        return known.computeIfAbsent(
                Map.copyOf(knobs),
                unused -> scenario(knobs)
                        .map(scenario -> Verification.of(scenario)
                                .claims(claim)
                                .limits(limits)
                                .run()
                                .claims()
                                .get(0)));
    }

    /** How many explorations it took. */
    int count() {
        return known.size();
    }
}
