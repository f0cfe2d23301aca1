package dev.lastack.probe.report;

import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.comparison.Difference;
import dev.lastack.probe.comparison.Further;
import dev.lastack.probe.comparison.Row;
import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.probe.walk.WalkDivergence;
import java.util.List;
import java.util.Map;

/**
 * What a probe found.
 *
 * @param version as the stack itself says it
 * @param sysctls by name below {@code net.ipv4}, as a new namespace has them
 * @param further what no knob speaks of, by subject
 */
public record ProbeReport(
        MeasuredStack stack,
        String version,
        Map<String, String> sysctls,
        List<Row> rows,
        Map<String, String> further,
        List<Difference> differences,
        List<WalkDivergence> divergences) {

    /** What was measured, held against what the variants of the stack say, with some knobs changed. */
    public static ProbeReport of(Observations observations, Map<String, String> changes) {
        return new ProbeReport(
                observations.stack(),
                observations.version(),
                observations.sysctls(),
                Comparison.rows(observations, setting -> Comparison.scenario(observations.stack(), setting, changes)),
                Further.of(observations),
                Comparison.differences(
                        observations, Comparison.scenario(observations.stack(), Setting.DEFAULT, changes)),
                Comparison.divergences(observations, changes));
    }

    public boolean differs() {
        return any(Verdict.DIFFERS);
    }

    public boolean incomplete() {
        return any(Verdict.NOT_MEASURED);
    }

    private boolean any(Verdict verdict) {
        return rows.stream().anyMatch(row -> row.verdict() == verdict);
    }
}
