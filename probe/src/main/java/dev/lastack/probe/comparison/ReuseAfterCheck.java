package dev.lastack.probe.comparison;

import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.NumericQuestion;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import java.util.List;
import java.util.Optional;

/** When the host's own OPEN replaces TIME-WAIT, in whole ticks, rounded up. */
final class ReuseAfterCheck extends KnobCheck {

    /** The measurement tries every 100 ms, and may have to wait for a processor. */
    private static final long NOTICED_MILLIS = 200;

    ReuseAfterCheck(Setting setting) {
        super("time-wait.reuse-after", setting);
    }

    @Override
    Row row(Observations observations, Scenario scenario) {
        Optional<List<Long>> series = observations.series(setting(), NumericQuestion.REUSE);
        if (series.isEmpty()) {
            return notMeasured(observations, scenario, NumericQuestion.REUSE.name());
        }
        int stated = scenario.b().timeWait().reuseAfter();
        if (series.get().isEmpty()) {
            return row(scenario, "off", stated == EndpointKnobs.OFF ? Verdict.AGREES : Verdict.DIFFERS);
        }
        long millis = series.get().get(0);
        long tick = Prediction.tick(scenario).toMillis();
        boolean agrees = ticks(millis - NOTICED_MILLIS, tick) <= stated && stated <= ticks(millis, tick);
        return row(scenario, Numbers.seconds(millis), agrees ? Verdict.AGREES : Verdict.DIFFERS);
    }

    private static long ticks(long millis, long tick) {
        return Math.max(0, (millis + tick - 1) / tick);
    }
}
