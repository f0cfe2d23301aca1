package dev.lastack.properties.analysis;

import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one cell.
 *
 * @param outcomes by claim id, in the order asked for
 * @param distinct states seen, or host values where the hull decided all claims
 * @param note why verdicts are inconclusive, or empty
 * @param price what TIME-WAIT costs here; empty where ticks have no length
 * @param report with the counterexamples; empty if the result was read from an earlier sweep or is a cluster's
 */
public record CellResult(
        Cell cell,
        Map<String, Outcome> outcomes,
        long distinct,
        String note,
        Optional<Price> price,
        Optional<Report> report) {

    public CellResult {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    static CellResult of(Cell cell, CellVerdicts verdicts, Optional<Report> report) {
        return new CellResult(
                cell, verdicts.outcomes(), verdicts.distinct(), verdicts.note(), Optional.empty(), report);
    }

    CellResult at(Cell place, Optional<Price> newPrice) {
        return new CellResult(place, outcomes, distinct, note, newPrice, report);
    }

    /** Whether every claim was decided, and so need not be asked again. */
    public boolean finished() {
        return note.isEmpty();
    }

    /** What keeps old segments out of a new connection here. */
    public SafetyArgument argument() {
        return SafetyArgument.of(outcomes);
    }
}
