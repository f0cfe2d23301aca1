package dev.lastack.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With a coarse tick a violation counts only if its run exists at the real durations. */
class RealTimeVerdictTest {

    private static Report check(String msl, String timeWait) {
        Scenario scenario = Scenario.builder("coarse")
                .set("tick", "60s")
                .set("msl", msl)
                .set("rto", "60s")
                .set("time-wait", timeWait)
                .set("time-wait.restart", "on-answer")
                .set("time-wait.rst", "ignore")
                .set("isn", "random")
                .set("sequence-space", "4")
                .set("window", "1")
                .set("data", "0")
                .set("B.close", "after-peer")
                .set("loss", "none")
                .set("duplication", "none")
                .set("capacity", "2")
                .build();
        return Verification.of(scenario)
                .claims(TerminationClaims.NO_OLD_FIN, TerminationClaims.DRAINED)
                .run();
    }

    @Test
    void aSecondLessThanTwoMslIsViolatedInRealTime() {
        Report report = check("60s", "119s");

        ClaimResult drained = report.claim("drained").orElseThrow();
        assertThat(drained.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(drained.model().scenario().a().timeWait()).isEqualTo(119);
        assertThat(drained.model().scenario().environment().msl()).isEqualTo(60);
    }

    @Test
    void aViolationThatExistsOnlyBecauseOfRoundingIsInconclusive() {
        Report report = check("50s", "110s");

        ClaimResult drained = report.claim("drained").orElseThrow();
        assertThat(drained.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(drained.why().orElseThrow()).contains("rounded");
    }

    @Test
    void whatNeedsNoRoundingIsDecidedAsItIs() {
        Report report = check("60s", "120s");

        assertThat(report.scenario().statement().realTime().orElseThrow().rounded())
                .isEmpty();
        assertThat(report.all(Outcome.HOLDS)).isTrue();
    }

    @Test
    void thatAClaimHoldsCarriesOverFromALongerLifetime() {
        Report report = check("50s", "120s");

        assertThat(report.scenario().statement().realTime().orElseThrow().rounded())
                .containsExactly("msl");
        assertThat(report.all(Outcome.HOLDS)).isTrue();
    }

    @Test
    void thatAClaimHoldsDoesNotCarryOverFromAShorterTimeWait() {
        Report report = check("60s", "150s");

        assertThat(report.all(Outcome.INCONCLUSIVE)).isTrue();
        assertThat(report.claims().get(0).why().orElseThrow()).contains("time-wait");
    }

    @Test
    void settingsOfTheExactScenarioAreThoseOfTheRounded() {
        Scenario rounded = check("60s", "119s").scenario();

        assertThat(rounded.exact().with(Map.of("tick", "60s")).environment()).isEqualTo(rounded.environment());
    }
}
