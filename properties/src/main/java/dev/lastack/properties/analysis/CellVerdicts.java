package dev.lastack.properties.analysis;

import dev.lastack.checker.Limits;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table says of the search of one cell.
 *
 * @param outcomes by claim id, in the order asked for
 * @param distinct states seen, or host values where the hull decided all claims
 * @param note why verdicts are inconclusive, or empty
 */
record CellVerdicts(Map<String, Outcome> outcomes, long distinct, String note) implements Serializable {

    static final String NO_HEAP = "the heap is exhausted";

    /** The search of a cell: a table does not say for which other networks a verdict holds. */
    static Verification verification(Scenario scenario, List<Claim> claims, Limits limits) {
        return Verification.of(scenario).claims(claims).limits(limits).withoutReach();
    }

    static CellVerdicts of(Report report) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        report.claims().forEach(result -> outcomes.put(result.claim().id(), result.outcome()));
        return new CellVerdicts(
                outcomes,
                report.exploration().distinct(),
                report.exploration().stopped().orElse(""));
    }

    /** Nothing is decided, for the reason {@code why}. */
    static CellVerdicts undecided(List<String> claims, String why) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        claims.forEach(claim -> outcomes.put(claim, Outcome.INCONCLUSIVE));
        return new CellVerdicts(outcomes, 0, why);
    }
}
