package dev.lastack.properties.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.NamedFormula;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts on whole runs that the shipped scenarios document. */
class LivenessVerdictsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossy-last-ack",
                "last-ack-gives-up",
                "silent-peer",
                "silent-peer-orphan-timer",
                "bare-ack-echo",
                "half-open-idle",
                "half-open-keep-alive",
                "half-open-pending",
                "half-open-throttled",
                "reboot-same-isn",
                "short-syn-retries"
            })
    void shippedScenarioHasTheVerdictsThatItDocuments(String name) {
        Scenario scenario = Scenarios.variant(name);
        List<Expectation> expected = scenario.statement().expectations();
        List<Claim> claims = expected.stream()
                .flatMap(each -> claim(scenario, each.claim()).stream())
                .toList();

        Report report = Verification.of(scenario).claims(claims).run();

        assertThat(report.claims()).hasSameSizeAs(expected);
        assertThat(expected)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(report.claim(each.claim()).orElseThrow())
                        .extracting(ClaimResult::outcome)
                        .as("%s in %s: %s", each.claim(), name, report.claim(each.claim()))
                        .isEqualTo(each.outcome()));
    }

    @Test
    void theLeastBoundOnLastAckHoldsAndOneTickLessDoesNot() {
        Claim bounded = TerminationClaims.byId("last-ack-within 3").orElseThrow();
        Claim shorter = TerminationClaims.byId("last-ack-within 2").orElseThrow();

        Report report = Verification.of(Scenarios.variant("last-ack-gives-up"))
                .claims(bounded, shorter)
                .run();

        assertThat(report.claims().get(0).outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(report.claims().get(0).notes()).containsExactly("at most 3 ticks");
        assertThat(report.claims().get(1).outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(shorter.isBrokenBy(
                        report.model(), report.claims().get(1).trace().orElseThrow()))
                .isTrue();
        assertThat(bounded.isBrokenBy(
                        report.model(), report.claims().get(1).trace().orElseThrow()))
                .isFalse();
    }

    /** The least bound on each state is found; the claim with one tick less shows the run that takes so long. */
    @ParameterizedTest
    @CsvSource({
        "last-ack-within, 3",
        "closes-within, -1",
        "close-wait-within, -1",
    })
    void howLongItTakesIsFound(String id, int ticks) {
        Scenario scenario = Scenarios.variant("last-ack-gives-up");
        ClaimResult asked = Verification.of(scenario)
                .claims(TerminationClaims.byId(id).orElseThrow())
                .run()
                .claims()
                .get(0);

        if (ticks < 0) {
            assertThat(asked.outcome()).isEqualTo(Outcome.VIOLATED);
            return;
        }
        assertThat(asked.notes())
                .containsExactly(
                        "at most " + ticks + " ticks; '" + id + " " + (ticks - 1) + "' shows a run that takes so long");
        Claim shorter = TerminationClaims.byId(id + " " + (ticks - 1)).orElseThrow();
        Claim bound = TerminationClaims.byId(id + " " + ticks).orElseThrow();
        Report report = Verification.of(scenario).claims(shorter, bound).run();
        assertThat(report.claims()).extracting(ClaimResult::outcome).containsExactly(Outcome.VIOLATED, Outcome.HOLDS);
    }

    /** With real durations the bound is told in real time as well. */
    @Test
    void aBoundIsToldInRealTime() {
        Scenario scenario = Scenarios.of(Map.of(
                "tick",
                "10s",
                "msl",
                "10s",
                "rto",
                "10s",
                "last-ack-timeout",
                "20s",
                "loss",
                "unlimited",
                "B.close",
                "after-peer",
                "incarnations",
                "1",
                "data",
                "0",
                "capacity",
                "2"));

        ClaimResult result = Verification.of(scenario)
                .claims(TerminationClaims.byId("last-ack-within").orElseThrow())
                .run()
                .claims()
                .get(0);

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(result.notes()).first().asString().startsWith("at most 2 ticks, 20s");
    }

    /** Such claims exist for every state of a TCB, and for no other. */
    @Test
    void everyStateOfATcbHasSuchAClaim() {
        assertThat(List.of(
                        "syn-sent",
                        "syn-received",
                        "established",
                        "fin-wait-1",
                        "fin-wait-2",
                        "close-wait",
                        "closing",
                        "last-ack",
                        "time-wait",
                        "opens",
                        "closes"))
                .allSatisfy(name -> {
                    assertThat(TerminationClaims.byId(name + "-within")).isPresent();
                    assertThat(TerminationClaims.byId(name + "-within 7")).isPresent();
                });
        assertThat(TerminationClaims.byId("closed-within")).isEmpty();
        assertThat(TerminationClaims.byId("listen-within")).isEmpty();
    }

    @Test
    void theReportSaysWhatAVerdictNeededAndWhatALassoTakesForGranted() {
        Report report = Verification.of(Scenarios.variant("lossy-last-ack"))
                .claims(
                        TerminationClaims.byId("last-ack-resolves").orElseThrow(),
                        TerminationClaims.byId("last-ack-resolves without delivery")
                                .orElseThrow())
                .run();

        assertThat(report.claims().get(0).notes())
                .containsExactly("it needs: armed timers fire or time diverges, fair delivery");
        assertThat(report.claims().get(1).notes())
                .singleElement()
                .asString()
                .contains("never arrives: allowed, because \"fair delivery\" is not assumed");
    }

    @Test
    void armedTimersFireIsAnAssumptionOfItsOwn() {
        Map<String, Outcome> expected = Map.of(
                "last-ack-resolves without time", Outcome.HOLDS,
                "last-ack-resolves without timers", Outcome.HOLDS,
                "last-ack-resolves without time without timers", Outcome.VIOLATED);
        List<Claim> claims = expected.keySet().stream()
                .map(id -> TerminationClaims.byId(id).orElseThrow())
                .toList();

        Report report = Verification.of(Scenarios.variant("lossy-last-ack"))
                .claims(claims)
                .run();

        report.claims()
                .forEach(result -> assertThat(result.outcome())
                        .as(result.claim().id())
                        .isEqualTo(expected.get(result.claim().id())));
        ClaimResult stopped = report.claims().stream()
                .filter(result ->
                        result.claim().id().endsWith("without timers") && result.outcome() == Outcome.VIOLATED)
                .findFirst()
                .orElseThrow();
        assertThat(stopped.notes())
                .anyMatch(note -> note.startsWith("time stands still: allowed"))
                .anyMatch(note -> note.contains("the retransmission timer of")
                        && note.contains("is armed for ever and never fires: allowed"));
    }

    /** Where time may stand still no timer but the one named makes it go on. */
    @ParameterizedTest
    @CsvSource({
        "silent-peer-orphan-timer, fin-wait-2-resolves", // FIN-WAIT-2
        "half-open-keep-alive, half-open-heals", // keep-alive
        "lossy-last-ack, time-wait-resolves" // 2MSL
    })
    void anyArmedTimerMakesTimeGoOn(String name, String id) {
        Report report = Verification.of(Scenarios.variant(name))
                .claims(
                        TerminationClaims.byId(id + " without time").orElseThrow(),
                        TerminationClaims.byId(id + " without time without timers")
                                .orElseThrow())
                .run();

        assertThat(report.claims()).extracting(ClaimResult::outcome).containsExactly(Outcome.HOLDS, Outcome.VIOLATED);
    }

    /** A half-closed socket has no FIN-WAIT-2 timer in the stacks that have one; the model does not know half-closed ones. */
    @Test
    void whatTheOrphanTimerMakesTrueIsSaidOfOrphans() {
        Report report = Verification.of(Scenarios.variant("silent-peer-orphan-timer"))
                .claims(
                        TerminationClaims.byId("fin-wait-2-resolves").orElseThrow(),
                        TerminationClaims.byId("fin-wait-2-resolves without delivery")
                                .orElseThrow(),
                        TerminationClaims.byId("fin-wait-1-resolves").orElseThrow())
                .run();
        Report without = Verification.of(Scenarios.variant("lossy-last-ack"))
                .claims(TerminationClaims.byId("terminates").orElseThrow())
                .run();

        assertThat(report.claims()).extracting(ClaimResult::outcome).containsOnly(Outcome.HOLDS);
        for (int i = 0; i < 2; i++) {
            assertThat(report.claims().get(i).notes()).anyMatch(note -> note.contains("half-closed"));
        }
        assertThat(report.claims().get(2).notes()).noneMatch(note -> note.contains("half-closed"));
        assertThat(without.all(Outcome.HOLDS)).isTrue();
        assertThat(without.claims().get(0).notes()).noneMatch(note -> note.contains("half-closed"));
        assertThat(report.claims().get(0).claim().sentence()).contains("half-closed");
    }

    /** What an inconclusive verdict says would decide it, does. */
    @Test
    void aCutNamesWhatToSetInstead() {
        Scenario cut = Scenarios.variant("linux").with(Map.of("capacity", "1", "loss", "none"));
        Claim claim = TerminationClaims.byId("last-ack-resolves").orElseThrow();

        Report undecided = Verification.of(cut).claims(claim).run();
        Report decided = Verification.of(cut.with(Map.of("loss", "unlimited")))
                .claims(claim)
                .run();

        assertThat(undecided.claims().get(0).why())
                .hasValueSatisfying(why -> assertThat(why).contains("capacity: ", "loss: unlimited"));
        assertThat(decided.claims().get(0).outcome()).isIn(Outcome.HOLDS, Outcome.VIOLATED);
    }

    @Test
    void whereNoTimerIsEverArmedNothingIsVacuousForThat() {
        Report report = Verification.of(Scenarios.variant("half-open-idle"))
                .claims(LivenessClaims.ltl("crashed", "<>[](B.gone || B.synchronised)")
                        .without(List.of(Assumption.DELIVERY)))
                .run();

        assertThat(report.claims().get(0).outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void nothingIsClaimedAboutRunsOnceAStepWasCut() {
        Scenario cut = Scenarios.variant("short-syn-retries").with(Map.of("capacity", "3"));

        Report report = Verification.of(cut)
                .claims(TerminationClaims.byId("opens").orElseThrow())
                .run();

        assertThat(report.claims().get(0).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(report.claims().get(0).why().orElseThrow()).contains("capacity", "steps were not taken");
    }

    @Test
    void anIdThatNamesNoAssumptionNamesNoClaim() {
        assertThat(TerminationClaims.byId("last-ack-resolves without luck")).isEmpty();
        assertThat(TerminationClaims.byId("drained without delivery")).isEmpty();
        assertThat(TerminationClaims.byId("last-ack-within x")).isEmpty();
    }

    private static Optional<Claim> claim(Scenario scenario, String id) {
        Stream<NamedFormula> own = scenario.statement().formulas().stream()
                .filter(each -> each.name().equals(id));
        return own.map(each -> LivenessClaims.ltl(each.name(), each.ltl()))
                .findFirst()
                .or(() -> TerminationClaims.byId(id));
    }
}
