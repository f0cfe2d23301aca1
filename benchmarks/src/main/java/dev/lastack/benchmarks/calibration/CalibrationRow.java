package dev.lastack.benchmarks.calibration;

import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scenario and what fails in it.
 *
 * @param text the knobs as the row states them, for people
 * @param knobs all knobs that are not at their defaults
 * @param orientation the state count of the other enumerator, rounded, or "-"
 * @param exactly whether no other of {@link #JUDGED} fails
 * @param fails ids of claims that fail
 */
public record CalibrationRow(
        String text, Map<String, String> knobs, String orientation, boolean exactly, Set<String> fails) {

    /** The claims that the rows speak of. */
    public static final List<Claim> JUDGED = List.of(
            TerminationClaims.NO_OLD_FIN,
            TerminationClaims.NO_OLD_DATA,
            TerminationClaims.NO_OLD_ACK,
            TerminationClaims.NO_OLD_HANDSHAKE,
            TerminationClaims.NO_REPLAY,
            TerminationClaims.NO_OLD_RST,
            TerminationClaims.DRAINED,
            TerminationClaims.TIME_WAIT_KEPT,
            TerminationClaims.LAST_ACK_CLEAN);

    public Scenario scenario() {
        return Scenarios.of(knobs);
    }

    /** In what {@code report} differs from this row; nothing if it comes out as it must. */
    public List<String> differences(Report report) {
        List<String> differences = new ArrayList<>();
        for (ClaimResult result : report.claims()) {
            String id = result.claim().id();
            boolean violated = result.outcome() == Outcome.VIOLATED;
            if (result.outcome() == Outcome.INCONCLUSIVE) {
                differences.add(id + " is inconclusive");
            } else if (fails.contains(id) && !violated) {
                differences.add(id + " does not fail");
            } else if (exactly && violated && !fails.contains(id)) {
                differences.add(id + " fails");
            }
        }
        return differences;
    }

    @Override
    public String toString() {
        return text;
    }
}
