package dev.lastack.counterexamples.trace;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.knobs.Knob;
import dev.lastack.scenario.knobs.Knobs;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Every knob of a scenario with its value in force, so that no later change of a default can change what a file means. */
public final class WholeScenario {

    private WholeScenario() {}

    /** All knobs by qualified name, as a scenario file would set them. */
    public static Map<String, String> knobs(Scenario scenario) {
        Map<String, String> written = scenario.statement().settings();
        Map<String, String> all = new LinkedHashMap<>();
        for (Knob<?> knob : Knobs.all()) {
            if (knob.scope() == Knob.Scope.ENDPOINT) {
                for (Host host : Host.values()) {
                    String name = host + "." + knob.name();
                    String inForce = knob.name().equals("open")
                            ? open(scenario.endpoint(host))
                            : written.getOrDefault(name, knob.defaultText());
                    all.put(name, inForce);
                }
            } else if (knob.name().equals("sequence-space")) {
                all.put(knob.name(), sequenceSpace(scenario.environment()));
            } else if (knob.name().equals("capacity")) {
                // A run has a model of its own, and that has a bound.
                all.put(knob.name(), String.valueOf(scenario.environment().boundedCapacity()));
            } else if (!knob.name().equals("tick")) {
                all.put(knob.name(), written.getOrDefault(knob.name(), knob.defaultText()));
            } else if (written.containsKey("tick")) {
                all.put("tick", written.get("tick"));
            }
        }
        return all;
    }

    private static String open(EndpointKnobs knobs) {
        return knobs.user().open().name().toLowerCase(Locale.ROOT);
    }

    private static String sequenceSpace(Environment environment) {
        return environment.sequenceSpace() == Environment.UNBOUNDED
                ? "unbounded"
                : String.valueOf(environment.sequenceSpace());
    }
}
