package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.report.Suite.Standing;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.Place;
import java.util.Map;
import java.util.Optional;

/**
 * A verification with what was expected of it.
 *
 * @param name of the scenario, and where in a sweep it stands
 * @param expected verdicts by claim that were asked for; a claim that is not among them is expected to hold
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

    /** What was asked for, else the verdict that the scenario's own {@code expect} states, else that it holds. */
    Outcome documented(ClaimResult result) {
        String claim = result.claim().id();
        return Optional.ofNullable(expected.get(claim))
                .or(() -> report.scenario().statement().expectations().stream()
                        .filter(expectation -> expectation.claim().equals(claim))
                        .map(Expectation::outcome)
                        .findFirst())
                .orElse(Outcome.HOLDS);
    }

    boolean asExpected(ClaimResult result) {
        return result.outcome() == expected(result);
    }

    Optional<Counterexample> counterexample(ClaimResult result) {
        return Counterexample.of(result);
    }

    /** The same for the writers of reports. */
    Suite suite() {
        return new Suite(
                name,
                Verdicts.coverage(this),
                report.seconds(),
                report.claims().stream().map(this::judged).toList());
    }

    private Suite.Case judged(ClaimResult result) {
        String sentence = Verdicts.sentence(this, result);
        return new Suite.Case(
                new Suite.Rule(
                        result.claim().id(),
                        result.claim().sentence(),
                        result.claim().citation()),
                standing(result),
                result.outcome().toString(),
                documented(result).toString(),
                sentence,
                expected.containsKey(result.claim().id()) ? "expected " + expected(result) + ". " + sentence : sentence,
                counterexample(result).map(Verdicts::evidence),
                place(result));
    }

    private Standing standing(ClaimResult result) {
        if (asExpected(result)) {
            return Standing.AS_EXPECTED;
        }
        boolean decided = result.outcome() == Outcome.HOLDS || result.outcome() == Outcome.VIOLATED;
        return decided ? Standing.FAILED : Standing.UNDECIDED;
    }

    /** Where the scenario states the verdict, or else where it begins. */
    private Place place(ClaimResult result) {
        return report.scenario().statement().expectations().stream()
                .filter(expectation -> expectation.claim().equals(result.claim().id()))
                .map(Expectation::place)
                .findFirst()
                .orElse(report.scenario().statement().place());
    }
}
