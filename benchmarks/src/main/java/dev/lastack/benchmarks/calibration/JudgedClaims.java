package dev.lastack.benchmarks.calibration;

import dev.lastack.model.calibration.CalibrationRow;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The claims that the rows of the calibration speak of, and how a report on them compares with a row. */
final class JudgedClaims {

    static final List<Claim> ALL = List.of(
            TerminationClaims.NO_OLD_FIN,
            TerminationClaims.NO_OLD_DATA,
            TerminationClaims.NO_OLD_ACK,
            TerminationClaims.NO_OLD_HANDSHAKE,
            TerminationClaims.NO_REPLAY,
            TerminationClaims.NO_OLD_RST,
            TerminationClaims.DRAINED,
            TerminationClaims.TIME_WAIT_KEPT,
            TerminationClaims.LAST_ACK_CLEAN);

    private JudgedClaims() {}

    /** In what {@code report} differs from {@code row}; nothing if it comes out as it must. */
    static List<String> differences(CalibrationRow row, Report report) {
        List<String> differences = new ArrayList<>();
        for (ClaimResult result : report.claims()) {
            String id = result.claim().id();
            boolean violated = result.outcome() == Outcome.VIOLATED;
            if (result.outcome() == Outcome.INCONCLUSIVE) {
                differences.add(id + " is inconclusive");
            } else if (row.fails().contains(id) && !violated) {
                differences.add(id + " does not fail");
            } else if (row.exactly() && violated && !row.fails().contains(id)) {
                differences.add(id + " fails");
            }
        }
        return differences;
    }
}
