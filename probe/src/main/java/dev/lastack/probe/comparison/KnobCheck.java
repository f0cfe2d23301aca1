package dev.lastack.probe.comparison;

import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Knobs;
import java.util.Optional;

/** How one knob is judged. */
abstract class KnobCheck {

    private final String knob;
    private final Setting setting;

    KnobCheck(String knob, Setting setting) {
        this.knob = knob;
        this.setting = setting;
    }

    final String knob() {
        return knob;
    }

    final Setting setting() {
        return setting;
    }

    /** The row of {@code scenario}, which is the one for this setting. */
    abstract Row row(Observations observations, Scenario scenario);

    final Row row(Scenario scenario, String measured, Verdict verdict) {
        return new Row(knob, setting, stated(scenario), measured, verdict);
    }

    final Row notMeasured(Observations observations, Scenario scenario, String question) {
        String reason = observations.failure(setting, question).orElse("not tried");
        return row(scenario, "not measured: " + reason, Verdict.NOT_MEASURED);
    }

    /** As the scenario sets it for host B, else the default. */
    final String stated(Scenario scenario) {
        return written(scenario).orElseGet(() -> Knobs.named(knob).orElseThrow().defaultText());
    }

    final Optional<String> written(Scenario scenario) {
        return Optional.ofNullable(scenario.statement().settings().get("B." + knob));
    }
}
