package dev.lastack.probe.comparison;

import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Question;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import java.util.List;
import java.util.Optional;

/** How many challenge ACKs a host sends while it would have reason for one every 25 ms. */
final class ChallengeCheck extends KnobCheck {

    private static final double TOLERANCE = 0.3;
    private static final int MEASURED_MILLIS = 5_000;

    ChallengeCheck() {
        super("challenge-limit", Setting.DEFAULT);
    }

    @Override
    Row row(Observations observations, Scenario scenario) {
        Optional<List<Long>> times = observations.series(setting(), Question.CHALLENGES);
        if (times.isEmpty() || times.get().isEmpty()) {
            return notMeasured(observations, scenario, Question.CHALLENGES.name());
        }
        int count = times.get().size();
        String measured = count + " in 5 s";
        EndpointKnobs.Challenge stated = scenario.b().challenge();
        if (written(scenario).isEmpty()) {
            return row(scenario, measured, Verdict.NOT_STATED);
        }
        long period = stated.period() * Prediction.tick(scenario).toMillis();
        double expected = stated.limit() * Math.ceil((double) MEASURED_MILLIS / period);
        boolean agrees = stated.limit() != EndpointKnobs.OFF && Math.abs(count - expected) <= TOLERANCE * expected;
        return row(scenario, measured, agrees ? Verdict.AGREES : Verdict.DIFFERS);
    }
}
