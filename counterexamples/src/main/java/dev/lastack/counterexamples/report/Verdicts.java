package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.Violation;
import dev.lastack.properties.verification.ClaimResult;

/** Verdicts in sentences. */
final class Verdicts {

    private Verdicts() {}

    /** What became of a claim, in one sentence. */
    static String sentence(CheckedScenario scenario, ClaimResult result) {
        return switch (result.outcome()) {
            case HOLDS -> "Holds: " + result.claim().sentence();
            case VIOLATED ->
                scenario.counterexample(result)
                        .map(run -> "Violated in %d steps: %s".formatted(run.length(), what(run)))
                        .orElse("Violated.");
            case VACUOUS -> "Vacuous: nothing in the whole state space put it to the test.";
            case INCONCLUSIVE -> "Inconclusive: " + result.why().orElse("the search ended early") + ".";
        };
    }

    private static String what(Counterexample run) {
        return Violation.sentence(run, Flights.of(run));
    }

    /** What was seen, in one line. */
    static String coverage(CheckedScenario scenario) {
        return "%,d states, %,d steps, depth %d"
                .formatted(
                        scenario.report().exploration().distinct(),
                        scenario.report().exploration().generated(),
                        scenario.report().exploration().levels() - 1);
    }
}
