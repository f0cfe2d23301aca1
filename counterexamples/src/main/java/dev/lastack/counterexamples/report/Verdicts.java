package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StepStory;
import dev.lastack.counterexamples.story.Violation;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Verdicts in sentences. */
final class Verdicts {

    private Verdicts() {}

    /** What became of a claim, in one sentence. */
    static String sentence(CheckedScenario scenario, ClaimResult result) {
        return switch (result.outcome()) {
            case HOLDS -> "Holds" + reach(result) + ": " + result.claim().sentence();
            case VIOLATED ->
                scenario.counterexample(result)
                        .map(run -> "Violated in %d steps%s: %s".formatted(run.length(), inFlight(result), what(run)))
                        .orElseGet(() -> timed(result.timedRun()));
            case VACUOUS -> "Vacuous" + reach(result) + ": nothing in the whole state space put it to the test.";
            case INCONCLUSIVE -> "Inconclusive: " + result.why().orElse("the search ended early") + ".";
        };
    }

    /** A run too long for ticks is told by its length and its last step. */
    private static String timed(List<String> run) {
        return run.isEmpty() ? "Violated." : "Violated in %d steps: %s".formatted(run.size(), run.get(run.size() - 1));
    }

    private static String what(Counterexample run) {
        return Violation.sentence(run, Flights.of(run));
    }

    private static String reach(ClaimResult result) {
        return result.reach().map(reach -> " " + reach).orElse("");
    }

    private static String inFlight(ClaimResult result) {
        return result.inFlight().isPresent()
                ? ", with up to " + result.inFlight().getAsInt() + " segments in flight"
                : "";
    }

    /** What was seen, in one line. */
    static String coverage(CheckedScenario scenario) {
        return scenario.report().stages().stream().map(Verdicts::coverage).collect(Collectors.joining("; "));
    }

    private static String coverage(Stage stage) {
        String depth = stage.engine() == Engine.PLAIN
                ? ", depth %d".formatted(stage.exploration().levels() - 1)
                : "";
        return "%,d %ss, %,d steps%s"
                .formatted(
                        stage.exploration().distinct(),
                        stage.engine().counted(),
                        stage.exploration().generated(),
                        depth);
    }

    /** The run that breaks a claim. */
    static Suite.Evidence evidence(Counterexample run) {
        StepStory story = new StepStory(run, Flights.of(run));
        List<String> flow = new ArrayList<>();
        for (int step = 1; step <= run.length(); step++) {
            flow.add("t=" + run.instant(step) + ", step " + step + ". " + String.join(" ", story.sentences(step)));
        }
        return new Suite.Evidence("the shortest run, " + run.length() + " steps", new Ladder(false).text(run), flow);
    }
}
