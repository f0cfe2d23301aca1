package dev.lastack.scenario;

import java.util.Map;

/** Where scenarios come from. */
public final class Scenarios {

    private Scenarios() {}

    /** The scenario with these knobs, named as in a file, and the rest at their defaults. */
    public static Scenario of(Map<String, String> knobs) {
        ScenarioBuilder builder = Scenario.builder("scenario");
        knobs.forEach(builder::set);
        return builder.build();
    }
}
