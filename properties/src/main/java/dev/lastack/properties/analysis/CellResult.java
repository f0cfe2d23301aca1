package dev.lastack.properties.analysis;

import dev.lastack.properties.Report;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one cell.
 *
 * @param outcomes by claim id, in the order asked for
 * @param distinct states seen
 * @param note why verdicts are inconclusive, or empty
 * @param report with the counterexamples; empty if the result was read from an earlier sweep
 */
public record CellResult(
        Cell cell, Map<String, Outcome> outcomes, long distinct, String note, Optional<Report> report) {

    public CellResult {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    static CellResult of(Cell cell, Report report) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        report.claims().forEach(result -> outcomes.put(result.claim().id(), result.outcome()));
        return new CellResult(
                cell,
                outcomes,
                report.exploration().distinct(),
                report.exploration().stopped().orElse(""),
                Optional.of(report));
    }

    /** What keeps old segments out of a new connection here. */
    public SafetyArgument argument() {
        return SafetyArgument.of(outcomes);
    }
}
