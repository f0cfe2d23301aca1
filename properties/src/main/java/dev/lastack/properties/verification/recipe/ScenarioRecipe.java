package dev.lastack.properties.verification.recipe;

import dev.lastack.checker.Workspace;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioBuilder;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scenario as it is told to other processes: no text of a file is part of it.
 *
 * @param name of the scenario
 * @param knobs that are set, as written
 * @param build of lastack that is meant: another may understand the same knobs otherwise
 */
public record ScenarioRecipe(String name, Map<String, String> knobs, String build) implements Serializable {

    /** The recipe for {@code scenario}. */
    public static ScenarioRecipe of(Scenario scenario) {
        return new ScenarioRecipe(
                scenario.name(), new TreeMap<>(scenario.statement().settings()), Build.fingerprint());
    }

    /**
     * The scenario.
     *
     * @throws Workspace.Unusable if this process runs another build of lastack
     */
    public Scenario make() {
        if (!build.equals(Build.fingerprint())) {
            throw new Workspace.Unusable(
                    "lastack",
                    "a process of the cluster runs another build (" + Build.fingerprint() + ") than the driver ("
                            + build + ")");
        }
        ScenarioBuilder builder = Scenario.builder(name);
        knobs.forEach(builder::set);
        return builder.build();
    }
}
