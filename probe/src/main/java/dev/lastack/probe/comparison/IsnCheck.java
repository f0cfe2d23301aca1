package dev.lastack.probe.comparison;

import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.NumericQuestion;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * Whether the initial sequence numbers of one pair of sockets stay, grow or jump. A random choice looks as if it grew in
 * one of 2^15 measurements.
 */
final class IsnCheck extends KnobCheck {

    IsnCheck() {
        super("isn", Setting.DEFAULT);
    }

    @Override
    Row row(Observations observations, Scenario scenario) {
        Optional<List<Long>> numbers = observations.series(setting(), NumericQuestion.ISS);
        if (numbers.isEmpty()) {
            return notMeasured(observations, scenario, NumericQuestion.ISS.name());
        }
        String measured = rule(numbers.get());
        String stated = stated(scenario);
        // Numbers of a clock only grow as well; how fast the knob's clock runs has no equivalent in a model of few
        // numbers.
        boolean agrees = measured.equals(stated.startsWith("clock") ? "monotonic" : stated);
        return row(scenario, measured, agrees ? Verdict.AGREES : Verdict.DIFFERS);
    }

    private static String rule(List<Long> numbers) {
        boolean same = true;
        boolean grows = true;
        for (int i = 1; i < numbers.size(); i++) {
            same &= numbers.get(i).equals(numbers.get(i - 1));
            grows &= SequenceNumbers.WIRE.less(numbers.get(i - 1), numbers.get(i));
        }
        return same ? "constant" : grows ? "monotonic" : "random";
    }
}
