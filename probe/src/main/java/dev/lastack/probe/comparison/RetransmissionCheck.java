package dev.lastack.probe.comparison;

import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.NumericQuestion;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The knobs that a FIN shows which nobody acknowledges: its first gap, how the gaps grow, and how many there are. */
final class RetransmissionCheck extends KnobCheck {

    /** Round trips here take no time, but the peer is a program that may have to wait for a processor. */
    private static final long SLOW_PEER_MILLIS = 150;

    private static final double TOLERANCE = 0.25;

    private final Aspect aspect;

    /** What is looked at. */
    enum Aspect {
        RTO("rto"),
        BACKOFF("rto.backoff"),
        R2("retransmissions");

        private final String knob;

        Aspect(String knob) {
            this.knob = knob;
        }
    }

    RetransmissionCheck(Aspect aspect) {
        super(aspect.knob, Setting.DEFAULT);
        this.aspect = aspect;
    }

    @Override
    Row row(Observations observations, Scenario scenario) {
        Optional<List<Long>> times = observations.series(setting(), NumericQuestion.LAST_ACK);
        if (times.isEmpty() || times.get().size() < 3) {
            return notMeasured(observations, scenario, NumericQuestion.LAST_ACK.name());
        }
        List<Long> gaps = gaps(times.get());
        String measured = switch (aspect) {
            case RTO -> gaps.get(0) + " ms at first";
            case BACKOFF ->
                doubles(gaps) ? "exponential, " + Numbers.seconds(Collections.max(gaps)) + " at most" : "none";
            case R2 -> String.valueOf(gaps.size() - 1);
        };
        if (written(scenario).isEmpty()) {
            return row(scenario, measured, Verdict.NOT_STATED);
        }
        return row(scenario, measured, agrees(gaps, scenario) ? Verdict.AGREES : Verdict.DIFFERS);
    }

    private boolean agrees(List<Long> gaps, Scenario scenario) {
        EndpointKnobs.Retransmission stated = scenario.b().retransmission();
        long tick = Prediction.tick(scenario).toMillis();
        return switch (aspect) {
            case RTO ->
                gaps.get(0) >= stated.rtoMin() * tick && gaps.get(0) <= stated.rtoMax() * tick + SLOW_PEER_MILLIS;
            case BACKOFF ->
                doubles(gaps)
                        && stated.backoffCap() != EndpointKnobs.OFF
                        && Collections.max(gaps) <= stated.backoffCap() * tick * (1 + TOLERANCE);
            case R2 -> gaps.size() - 1 == stated.limit();
        };
    }

    /** The gaps between transmissions; the last one is between the last transmission and the end. */
    private static List<Long> gaps(List<Long> times) {
        List<Long> gaps = new ArrayList<>();
        long before = 0;
        for (long time : times) {
            gaps.add(time - before);
            before = time;
        }
        return gaps;
    }

    /**
     * The gaps double. The load of the machine weighs most in the first two, and another timer may cut the last one
     * short.
     */
    private static boolean doubles(List<Long> gaps) {
        for (int i = 3; i < gaps.size() - 1; i++) {
            double ratio = (double) gaps.get(i) / gaps.get(i - 1);
            if (Math.abs(ratio - 2) > 2 * TOLERANCE) {
                return false;
            }
        }
        return gaps.size() > 4;
    }
}
