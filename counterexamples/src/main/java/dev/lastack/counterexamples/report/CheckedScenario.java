package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.properties.ClaimResult;
import dev.lastack.properties.Report;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * A verification with what was expected of it.
 *
 * @param name of the scenario, and where in a sweep it stands
 * @param expected verdicts by claim; a claim that is not among them is expected to hold
 */
public record CheckedScenario(String name, Report report, Map<String, Outcome> expected) {

    public CheckedScenario {
        expected = Map.copyOf(expected);
    }

    public CheckedScenario(Report report, Map<String, Outcome> expected) {
        this(report.scenario().name(), report, expected);
    }

    /** Every claim is expected to hold. */
    public static CheckedScenario of(Report report) {
        return new CheckedScenario(report, Map.of());
    }

    Outcome expected(ClaimResult result) {
        return expected.getOrDefault(result.claim().id(), Outcome.HOLDS);
    }

    boolean asExpected(ClaimResult result) {
        return result.outcome() == expected(result);
    }

    Optional<Counterexample> counterexample(ClaimResult result) {
        return Counterexample.of(result);
    }
}
