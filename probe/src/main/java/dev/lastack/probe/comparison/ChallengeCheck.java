package dev.lastack.probe.comparison;

import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.NumericQuestion;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many challenge ACKs a host sends while it would have reason for one every 25 ms. */
final class ChallengeCheck extends KnobCheck {

    private static final int REASON_MILLIS = 25;
    private static final int MEASURED_MILLIS = 5_000;

    /** A busy machine may leave out a few of the reasons. */
    private static final int UNLIMITED = MEASURED_MILLIS / REASON_MILLIS * 3 / 4;

    private static final int TOLERANCE_MILLIS = 400;

    ChallengeCheck() {
        super("challenge-limit", Setting.DEFAULT);
    }

    @Override
    Row row(Observations observations, Scenario scenario) {
        Optional<List<Long>> times = observations.series(setting(), NumericQuestion.CHALLENGES);
        if (times.isEmpty() || times.get().isEmpty()) {
            return notMeasured(observations, scenario, NumericQuestion.CHALLENGES.name());
        }
        int count = times.get().size();
        String measured = count + " in 5 s";
        EndpointKnobs.Challenge stated = scenario.b().challenge();
        if (written(scenario).isEmpty()) {
            return row(scenario, measured, Verdict.NOT_STATED);
        }
        boolean agrees = stated.limit() == EndpointKnobs.OFF
                ? count >= UNLIMITED
                : matches(
                        times.get(), expected(stated, Prediction.tick(scenario).toMillis()));
        return row(scenario, measured, agrees ? Verdict.AGREES : Verdict.DIFFERS);
    }

    /** When challenge ACKs are sent by a limit that counts from the first one of each period. */
    private static List<Long> expected(EndpointKnobs.Challenge limit, long tick) {
        List<Long> times = new ArrayList<>();
        long period = limit.period() * tick;
        for (long start = 0; start < MEASURED_MILLIS; start += period) {
            for (int i = 0;
                    i < limit.limit()
                            && (long) i * REASON_MILLIS < period
                            && start + (long) i * REASON_MILLIS < MEASURED_MILLIS;
                    i++) {
                times.add(start + (long) i * REASON_MILLIS);
            }
        }
        return times;
    }

    private static boolean matches(List<Long> measured, List<Long> expected) {
        if (Math.abs(measured.size() - expected.size()) > 1) {
            return false;
        }
        for (int i = 0; i < Math.min(measured.size(), expected.size()); i++) {
            if (Math.abs(measured.get(i) - expected.get(i)) > TOLERANCE_MILLIS) {
                return false;
            }
        }
        return true;
    }
}
