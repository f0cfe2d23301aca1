package dev.lastack.cli.verify;

import dev.lastack.counterexamples.trace.ScenarioOrigin;
import dev.lastack.scenario.Scenario;
import java.util.Optional;

/**
 * A scenario to check.
 *
 * @param scenario with the knobs of the command line
 * @param origin the file that it was read from, if it is no variant
 */
record Loaded(Scenario scenario, Optional<ScenarioOrigin> origin) {

    static Loaded variant(Scenario scenario) {
        return new Loaded(scenario, Optional.empty());
    }
}
