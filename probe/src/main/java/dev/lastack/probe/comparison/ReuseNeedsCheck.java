package dev.lastack.probe.comparison;

import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.NumericQuestion;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/** Whether the host's own OPEN replaces a TIME-WAIT without timestamps, where it replaces one with them. */
final class ReuseNeedsCheck extends KnobCheck {

    ReuseNeedsCheck() {
        super("time-wait.reuse-needs", Setting.TW_REUSE);
    }

    @Override
    Row row(Observations observations, Scenario scenario) {
        Optional<List<Long>> with = observations.series(setting(), NumericQuestion.REUSE);
        Optional<List<Long>> without = observations.series(setting(), NumericQuestion.REUSE_WITHOUT_TIMESTAMPS);
        if (with.isEmpty() || without.isEmpty()) {
            NumericQuestion missing = with.isEmpty() ? NumericQuestion.REUSE : NumericQuestion.REUSE_WITHOUT_TIMESTAMPS;
            return notMeasured(observations, scenario, missing.name());
        }
        if (with.get().isEmpty()) {
            return row(scenario, "not measured: it never replaces TIME-WAIT", Verdict.NOT_MEASURED);
        }
        String measured = without.get().isEmpty() ? "timestamps" : "nothing";
        return row(scenario, measured, measured.equals(stated(scenario)) ? Verdict.AGREES : Verdict.DIFFERS);
    }
}
