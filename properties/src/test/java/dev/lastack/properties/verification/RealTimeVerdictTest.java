package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Tcb;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With a coarse tick a violation counts only if its run exists at the real durations. */
class RealTimeVerdictTest {

    private static Report check(String msl, String timeWait) {
        return check(msl, timeWait, Variant.OF_KNOBS);
    }

    private static Report check(String msl, String timeWait, Variant variant) {
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
                .variant(variant)
                .claims(TerminationClaims.NO_OLD_FIN, TerminationClaims.DRAINED)
                .run();
    }

    @Test
    void aSecondLessThanTwoMslIsViolatedInRealTime() {
        Report report = check("60s", "119s");

        ClaimResult drained = report.claim("drained").orElseThrow();
        assertThat(drained.outcome()).isEqualTo(Outcome.VIOLATED);
        Scenario taken = drained.model().scenario();
        assertThat(taken.inTime(taken.a().timeWait().length())).isEqualTo("119s");
        assertThat(taken.inTime(taken.environment().msl())).isEqualTo("60s");
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
        Report report = check("50s", "180s");

        assertThat(report.scenario().statement().realTime().orElseThrow().rounded())
                .containsExactly("msl");
        assertThat(report.all(Outcome.HOLDS)).isTrue();
    }

    @Test
    void aClaimThatTheInitialStateViolatesIsViolatedInRealTime() {
        Scenario scenario = check("50s", "120s").scenario();
        Claim never = Claim.always("never", "There is no state.", state -> false);

        ClaimResult result =
                Verification.of(scenario).claims(never).run().claims().get(0);

        assertThat(result.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(result.trace().orElseThrow().steps()).isEmpty();
        assertThat(result.model().scenario().environment().msl()).isEqualTo(5);
    }

    /** Skips a TIME-WAIT of many ticks, which the same time has only at a fine tick. */
    static final class ByTicks extends Decisions {
        @Override
        public int timeWaitTicks(Tcb tcb) {
            return tcb.knobs().timeWait().length() > 3
                    ? 0
                    : tcb.knobs().timeWait().length();
        }
    }

    @Test
    void thatAClaimHoldsDoesNotCarryOverToAVariantThatSeesOtherTicks() {
        Variant variant = Variant.of(ByTicks.class);

        assertThat(check("60s", "180s", variant).all(Outcome.HOLDS)).isTrue();
        Report rounded = check("50s", "180s", variant);
        assertThat(rounded.all(Outcome.INCONCLUSIVE)).isTrue();
        assertThat(rounded.claims().get(0).why().orElseThrow()).contains("a variant in Java sees ticks");
    }

    @Test
    void thatAClaimHoldsDoesNotCarryOverFromAShorterTimeWait() {
        Report report = check("60s", "150s");

        assertThat(report.all(Outcome.INCONCLUSIVE)).isTrue();
        assertThat(report.claims().get(0).why().orElseThrow()).contains("rounded");
    }

    @Test
    void settingsOfTheExactScenarioAreThoseOfTheRounded() {
        Scenario rounded = check("60s", "119s").scenario();

        assertThat(rounded.exact().with(Map.of("tick", "60s")).environment()).isEqualTo(rounded.environment());
    }

    private static ClaimResult lasso(String claim, Map<String, String> knobs) {
        ScenarioBuilder scenario = Scenario.builder("coarse")
                .set("tick", "60s")
                .set("msl", "70s")
                .set("rto", "60s")
                .set("time-wait", "180s")
                .set("data", "0")
                .set("incarnations", "1")
                .set("duplication", "none");
        knobs.forEach(scenario::set);
        return Verification.of(scenario.build())
                .claims(TerminationClaims.byId(claim).orElseThrow())
                .run()
                .claims()
                .get(0);
    }

    @Test
    void aLassoIsTakenAtTheRealDurations() {
        ClaimResult resolves = lasso("last-ack-resolves without delivery", Map.of("msl", "90s", "rto", "30s..100s"));

        assertThat(resolves.outcome()).isEqualTo(Outcome.VIOLATED);
        Scenario taken = resolves.model().scenario();
        assertThat(taken.inTime(taken.environment().msl())).isEqualTo("90s");
        assertThat(resolves.notes()).anyMatch(note -> note.contains("never arrives: allowed"));
        assertThat(resolves.claim()
                        .isBrokenBy(resolves.model(), resolves.trace().orElseThrow()))
                .isTrue();
    }

    @Test
    void aLassoInWhichASegmentLivesLongerThanItReallyDoesIsInconclusive() {
        ClaimResult resolves = lasso("last-ack-resolves without delivery", Map.of("msl", "50s", "time-wait", "120s"));

        assertThat(resolves.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(resolves.why().orElseThrow()).contains("only because durations were rounded");
    }

    @Test
    void aLassoInWhichOnlyTimePassesIsTakenToo() {
        ClaimResult resolves = lasso("fin-wait-2-resolves", Map.of("B.close", "never"));

        assertThat(resolves.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(resolves.model().scenario().environment().msl()).isEqualTo(7);
    }

    @Test
    void oneInWhichTimeStandsStillAsWell() {
        ClaimResult resolves = lasso("last-ack-resolves without time without timers", Map.of());

        assertThat(resolves.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(resolves.notes()).anyMatch(note -> note.startsWith("time stands still: allowed"));
    }

    @Test
    void boundsInTicksAreNotThoseOfTheRealDurations() {
        ClaimResult within = lasso("last-ack-within 0", Map.of("retransmissions", "1"));

        assertThat(within.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(within.why().orElseThrow()).contains("in ticks");
    }
}
