package dev.lastack.probe.comparison;

import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.NumericQuestion;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A knob that says how long a state lasts. */
final class LifetimeCheck extends KnobCheck {

    /**
     * The timer wheel of Linux lets a timer fire late by up to an eighth of its time, and the measurement looks every
     * 200 ms.
     */
    private static final double LATE = 1.125;

    private static final long NOTICED_MILLIS = 1_500;

    /** The measurement begins a little after the state. */
    private static final long EARLY_MILLIS = 500;

    private final NumericQuestion question;
    private final ToIntFunction<EndpointKnobs> ticks;

    LifetimeCheck(String knob, NumericQuestion question, ToIntFunction<EndpointKnobs> ticks) {
        super(knob, Setting.DEFAULT);
        this.question = question;
        this.ticks = ticks;
    }

    @Override
    Row row(Observations observations, Scenario scenario) {
        Optional<List<Long>> series = observations.series(setting(), question);
        if (series.isEmpty()) {
            return notMeasured(observations, scenario, question.name());
        }
        long millis = series.get().get(0);
        int stated = ticks.applyAsInt(scenario.b());
        long expected = stated * Prediction.tick(scenario).toMillis();
        boolean agrees = stated != EndpointKnobs.OFF
                && millis >= expected - EARLY_MILLIS
                && millis <= expected * LATE + NOTICED_MILLIS;
        return row(scenario, Numbers.seconds(millis), agrees ? Verdict.AGREES : Verdict.DIFFERS);
    }
}
