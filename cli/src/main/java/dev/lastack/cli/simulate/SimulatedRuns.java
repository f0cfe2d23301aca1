package dev.lastack.cli.simulate;

import dev.lastack.checker.Trace;
import dev.lastack.checker.walk.RandomRun;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.cli.verify.WrittenTrace;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.ScenarioOrigin;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.properties.simulation.ClaimTally;
import dev.lastack.properties.simulation.SimulationResult;
import dev.lastack.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of a simulation that were written as traces.
 *
 * @param shown the run that reached what was looked for, or else the first run
 * @param violations the shortest run that violates each violated claim, by the claim's id
 */
record SimulatedRuns(SimulationResult result, WrittenTrace shown, Map<String, WrittenTrace> violations) {

    /** Where the runs are written, and which file the scenario is from. */
    record Place(OutputFolder folder, Optional<ScenarioOrigin> origin, Unwritten unwritten) {}

    static SimulatedRuns write(TerminationModel model, Optional<String> until, SimulationResult result, Place place) {
        String name = model.scenario().name() + ".simulated";
        Trace run = result.shown().run();
        String goal = result.shown().end() == RandomRun.End.REACHED ? until.orElseThrow() : Ending.ANY_STATE;
        WrittenTrace shown = WrittenTrace.write(
                Counterexample.of(Reachability.unreachable(goal), model, run),
                place.origin(),
                place.folder(),
                name,
                place.unwritten());
        Map<String, WrittenTrace> violations = new LinkedHashMap<>();
        for (ClaimTally tally : result.claims()) {
            tally.shortest()
                    .map(trace -> Counterexample.of(tally.claim(), model, trace))
                    .ifPresent(violating -> violations.put(
                            tally.claim().id(),
                            WrittenTrace.write(
                                    violating,
                                    place.origin(),
                                    place.folder(),
                                    name + "." + tally.claim().id(),
                                    place.unwritten())));
        }
        return new SimulatedRuns(result, shown, violations);
    }

    /** A run in ticks need not exist at the real durations; only {@code verify} re-times runs. */
    static boolean isRounded(Scenario scenario) {
        return scenario.statement().realTime().map(real -> real.measured()).orElse(false);
    }
}
