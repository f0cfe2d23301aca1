package dev.lastack.cli.explore;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Counterexample.Move;
import dev.lastack.counterexamples.trace.Replay;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.explore.Choices;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step of a run in a trace file, as {@code FILE#step=7} names it.
 *
 * @param choices of the whole run, of a lasso once round
 * @param at how many of them are taken
 */
record RunReference(Scenario scenario, Choices choices, int at) {

    private static final Place OPTION = Place.of("--from");
    private static final Pattern WITH_STEP = Pattern.compile("(.*)#step=([0-9]{1,9})");

    /**
     * Reads and replays the file.
     *
     * @throws ScenarioException if the file is no run of the model or has no such step
     */
    static RunReference parse(String text) {
        Matcher matcher = WITH_STEP.matcher(text);
        boolean withStep = matcher.matches();
        Path file = Path.of(withStep ? matcher.group(1) : text);
        Counterexample run = replayed(file);
        int step = withStep ? Integer.parseInt(matcher.group(2)) : run.length();
        if (step > run.length()) {
            throw new ScenarioException(
                    OPTION, "step " + step + " is not in the run, which has " + run.length() + " steps");
        }
        if (run.length() > Choices.MOST) {
            throw new ScenarioException(
                    OPTION, "a run of " + run.length() + " steps is too long; at most " + Choices.MOST);
        }
        return new RunReference(
                run.scenario(),
                new Choices(run.moves().stream().map(Move::action).toList()),
                step);
    }

    private static Counterexample replayed(Path file) {
        Replay.Outcome outcome = Replay.of(TraceFile.read(file)).run();
        if (outcome instanceof Replay.Outcome.Refused refused) {
            throw new ScenarioException(OPTION, refused.message());
        }
        return ((Replay.Outcome.Confirmed) outcome).counterexample();
    }
}
