package dev.lastack.properties.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenarios;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the claim `graceful` counts: an RST that ends what both sides have closed by FIN. */
class GracefulTest {

    /** A network without faults, and a retransmission timer that waits for every answer. */
    private static final Map<String, String> FAULTLESS = Map.of(
            "loss", "none",
            "duplication", "none",
            "reordering", "off",
            "data", "0",
            "msl", "1",
            "rto", "3",
            "capacity", "4");

    private static Report check(Map<String, String> knobs) {
        return Verification.of(Scenarios.of(FAULTLESS).with(knobs))
                .claims(TerminationClaims.GRACEFUL, TerminationClaims.TIME_WAIT_KEPT, TerminationClaims.LAST_ACK_CLEAN)
                .run();
    }

    private static Outcome outcome(Report report, Claim claim) {
        return report.claim(claim.id()).orElseThrow().outcome();
    }

    /** The next SYN finds TIME-WAIT and is challenged; the RST that comes back is counted by the claim on TIME-WAIT. */
    @Test
    void aPeerThatHasOpenedTheNextConnectionMayResetWhatIsLeft() {
        Report report = check(Map.of("incarnations", "2"));

        assertThat(outcome(report, TerminationClaims.TIME_WAIT_KEPT)).isEqualTo(Outcome.VIOLATED);
        assertThat(outcome(report, TerminationClaims.GRACEFUL)).isEqualTo(Outcome.HOLDS);
    }

    /** Without TIME-WAIT the FIN that is sent again, because its ACK was lost, finds nobody. */
    @Test
    void aPeerThatIsGoneMayNot() {
        Report report = check(Map.of("time-wait", "0", "loss", "1"));

        assertThat(outcome(report, TerminationClaims.LAST_ACK_CLEAN)).isEqualTo(Outcome.VIOLATED);
        assertThat(outcome(report, TerminationClaims.GRACEFUL)).isEqualTo(Outcome.VIOLATED);
    }
}
