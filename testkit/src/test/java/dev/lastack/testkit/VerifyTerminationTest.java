package dev.lastack.testkit;

import static dev.lastack.properties.claims.TerminationClaims.DRAINED;
import static dev.lastack.properties.claims.TerminationClaims.NO_OLD_FIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class VerifyTerminationTest {

    @VerifyTermination(
            scenario = "two-msl",
            claims = {"no-old-fin", "drained"})
    void twoMslIsEnough(Report report) {
        assertThat(report.exploration().stopped()).isEmpty();
    }

    @VerifyTermination(scenario = "one-tick-short", claims = "no-old-fin", expect = Outcome.VIOLATED)
    void oneTickLessIsNot() {
        // The annotation has said it all.
    }

    @VerifyTermination(scenario = "half-the-wait.yaml")
    void aResourceMayStateItsVerdicts(Report report) {
        assertThat(report.claims())
                .extracting(result -> result.claim().id())
                .containsExactly("no-old-fin", "no-old-handshake");
    }

    @Test
    void assertionsReadAsSentences() {
        TerminationAssert.assertThat(Scenarios.variant("two-msl")).holds(NO_OLD_FIN, DRAINED);
        TerminationAssert.assertThat(Scenarios.variant("one-tick-short")).violates(NO_OLD_FIN, DRAINED);
    }

    @Test
    void aFailureShowsTheRunAndSaysWhereItsPageIs() {
        assertThatThrownBy(() -> TerminationAssert.assertThat(Scenarios.variant("one-tick-short"))
                        .holds(NO_OLD_FIN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected holds, but it is violated")
                .hasMessageContaining("2MSL timer fires")
                .hasMessageContaining("one-tick-short.no-old-fin.html");
    }
}
