package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void aReportListsTheActionsAndStateChangesThatWereNeverTaken() {
        Report report = Verification.of(Scenarios.variant("two-msl"))
                .claims(TerminationClaims.RFC_EDGES)
                .run();

        assertThat(report.neverTaken())
                .contains("A ABORT", "B CRASH", "A SEND", "A CLOSE-WAIT → LAST-ACK")
                .doesNotContain("TICK", "A CLOSE", "A OPEN", "A FIN-WAIT-2 → TIME-WAIT");
    }
}
