package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.DecidedBy.Means;
import dev.lastack.properties.verification.DecidedBy.Networks;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What decides a claim, and for which networks a verdict speaks. */
class AnyCapacityTest {

    private static final Scenario MILD = Scenarios.variant("two-msl");
    private static final Scenario HOSTILE =
            MILD.with(Map.of("loss", "unlimited", "duplication", "unlimited", "capacity", "unlimited"));

    private static ClaimResult result(Report report, Claim claim) {
        return report.claim(claim.id()).orElseThrow();
    }

    private static List<Engine> engines(Report report) {
        return report.stages().stream().map(Stage::engine).toList();
    }

    @Test
    void aNetworkOfAnyCapacityNeedsNoPlainSearch() {
        Report report = Verification.of(HOSTILE).run();

        assertThat(engines(report)).containsExactly(Engine.HULL);
        assertThat(report.counted()).isEqualTo("host value");
        ClaimResult holds = result(report, TerminationClaims.TIME_WAIT_KEPT);
        assertThat(holds.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(holds.decidedBy()).isEqualTo(new DecidedBy(Means.HULL, Networks.ANY, List.of(), 0));
        assertThat(holds.reach()).contains("for any capacity, loss, duplication and reordering");
        assertThat(result(report, TerminationClaims.NO_OLD_DATA).outcome()).isEqualTo(Outcome.VACUOUS);
    }

    @Test
    void aViolationIsARunOfTheModelThatHasTheCapacityItNeeds() {
        ClaimResult replay = result(
                Verification.of(HOSTILE).claims(TerminationClaims.NO_REPLAY).run(), TerminationClaims.NO_REPLAY);

        assertThat(replay.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(replay.trace().orElseThrow().steps()).hasSize(16);
        assertThat(replay.inFlight()).hasValue(3);
        assertThat(replay.reach()).isEmpty();
        VerdictComparison.replays(replay);
    }

    /** No violation of two-msl shows where every segment arrives, once. */
    @Test
    void inAMilderNetworkOnlyWhatHoldsCarriesOver() {
        Report report = Verification.of(MILD).run();

        assertThat(engines(report)).containsExactly(Engine.HULL, Engine.PLAIN);
        assertThat(result(report, TerminationClaims.NO_OLD_HANDSHAKE)
                        .decidedBy()
                        .networks())
                .isEqualTo(Networks.ANY);
        ClaimResult replay = result(report, TerminationClaims.NO_REPLAY);
        assertThat(replay.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(replay.decidedBy().means()).isEqualTo(Means.PLAIN);
        // Put to the test in the hostile network, but not here.
        assertThat(result(report, TerminationClaims.NO_OLD_RST).outcome()).isEqualTo(Outcome.VACUOUS);
    }

    @Test
    void whatTheOwnNetworkViolatesNeedsNoHull() {
        Report report = Verification.of(Scenarios.variant("one-tick-short"))
                .claims(TerminationClaims.NO_OLD_FIN)
                .run();

        assertThat(engines(report)).containsExactly(Engine.PLAIN);
        assertThat(result(report, TerminationClaims.NO_OLD_FIN).outcome()).isEqualTo(Outcome.VIOLATED);
    }

    /** Which engine is asked first is a matter of time alone. */
    @Test
    void theOrderOfTheEnginesChangesNoResult() {
        for (String name : List.of("two-msl", "one-tick-short", "lossy-last-ack", "half-open-pending")) {
            Scenario scenario = Scenarios.variant(name);
            Pipeline pipeline = new Pipeline(
                    new Subject(scenario, Variant.OF_KNOBS, Optional.empty()),
                    TerminationClaims.safety(),
                    SearchOptions.USUAL);

            assertThat(results(pipeline.run())).as(name).isEqualTo(results(pipeline.hullFirst()));
        }
    }

    private static List<String> results(Report report) {
        return report.claims().stream()
                .map(result -> VerdictComparison.told(result) + result.decidedBy())
                .toList();
    }

    @Test
    void aPlainSearchThatNeverMetItsCapacitySpeaksForAny() {
        Scenario roomy = MILD.with(Map.of("capacity", "6", "incarnations", "1"));

        Report report = Verification.of(roomy).engine(Engine.PLAIN).run();
        Report cut = Verification.of(roomy.with(Map.of("capacity", "1")))
                .engine(Engine.PLAIN)
                .run();

        assertThat(result(report, TerminationClaims.DRAINED).decidedBy().networks())
                .isEqualTo(Networks.ANY_CAPACITY);
        assertThat(result(report, TerminationClaims.DRAINED).reach()).contains("for any capacity");
        assertThat(result(cut, TerminationClaims.DRAINED).decidedBy().networks())
                .isEqualTo(Networks.OWN);
        assertThat(result(cut, TerminationClaims.DRAINED).reach()).contains("within capacity 1");
    }

    @Test
    void aBoundThatCutsTheHullIsNamed() {
        Scenario scenario = Scenarios.variant("rfc1337")
                .with(Map.of("loss", "unlimited", "duplication", "unlimited", "capacity", "unlimited"));

        ClaimResult holds = result(
                Verification.of(scenario).claims(TerminationClaims.NO_OLD_FIN).run(), TerminationClaims.NO_OLD_FIN);

        assertThat(holds.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(holds.reach()).contains("within sequence numbers, and no bound on the network");
    }

    @Test
    void whatIsNoSafetyClaimIsLeftToThePlainSearch() {
        Claim wholeRuns = TerminationClaims.byId("last-ack-resolves").orElseThrow();
        Scenario scenario = HOSTILE.with(Map.of("incarnations", "1"));

        Report report = Verification.of(scenario)
                .claims(TerminationClaims.DRAINED, wholeRuns)
                .run();
        Report counted = Verification.of(scenario)
                .claims(TerminationClaims.DRAINED)
                .countingSteps()
                .run();

        assertThat(engines(report)).containsExactly(Engine.HULL, Engine.PLAIN);
        assertThat(result(report, wholeRuns).decidedBy().networks()).isEqualTo(Networks.OWN);
        assertThat(engines(counted)).containsExactly(Engine.HULL, Engine.PLAIN);
        assertThat(counted.neverTaken()).isNotEmpty();
    }

    /** Some claims are seen put to the test before the limit, others are not; the hull proves both. */
    @ParameterizedTest
    @EnumSource(names = {"AUTO", "HULL"})
    void whatHoldsButWasNeverSeenTestedIsInconclusive(Engine engine) {
        Report report = Verification.of(Scenarios.variant("rfc1337"))
                .claims(TerminationClaims.RFC_EDGES, TerminationClaims.NO_OLD_RST)
                .limits(Limits.none().withMaxStates(700))
                .engine(engine)
                .run();

        assertThat(report.exploration().stopped()).isPresent();
        assertThat(result(report, TerminationClaims.RFC_EDGES).outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(result(report, TerminationClaims.NO_OLD_RST).why())
                .contains(
                        "it holds within sequence numbers, and no bound on the network, but nothing was seen that puts"
                                + " it to the test");
    }

    @Test
    void realTimesHaveNoHull() {
        Scenario measured = Scenarios.variant("smoltcp").with(Map.of("loss", "none"));

        assertThat(engines(Verification.of(measured)
                        .claims(TerminationClaims.RFC_EDGES)
                        .run()))
                .containsExactly(Engine.PLAIN);
        assertThatThrownBy(() -> Verification.of(measured)
                        .claims(TerminationClaims.RFC_EDGES)
                        .engine(Engine.HULL)
                        .run())
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("durations are real times");
    }

    /** In a milder network what the hull proves is put to the test by a plain search, or found vacuous, or not seen tested. */
    @Test
    void theHullAloneSaysWhatItDoesNotDecide() {
        Report report = Verification.of(MILD)
                .claims(TerminationClaims.DRAINED, TerminationClaims.NO_OLD_DATA, TerminationClaims.RFC_EDGES)
                .engine(Engine.HULL)
                .run();

        assertThat(engines(report)).containsExactly(Engine.HULL, Engine.PLAIN);
        assertThat(result(report, TerminationClaims.DRAINED).why())
                .contains("the hull does not decide it: it is violated where the network does as it likes");
        assertThat(result(report, TerminationClaims.NO_OLD_DATA).outcome()).isEqualTo(Outcome.VACUOUS);
        assertThat(result(report, TerminationClaims.RFC_EDGES).outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(result(report, TerminationClaims.RFC_EDGES).decidedBy().means())
                .isEqualTo(Means.HULL);
    }

    @Test
    void aHashOfStatesOrOnlyTheOwnNetworkNeedsNoHull() {
        Verification rfcEdges = Verification.of(MILD).claims(TerminationClaims.RFC_EDGES);

        assertThat(engines(rfcEdges.limits(Limits.none().lossy(40)).run())).containsExactly(Engine.PLAIN);
        assertThat(engines(rfcEdges.withoutReach().run())).containsExactly(Engine.PLAIN);
        assertThat(engines(Verification.of(HOSTILE)
                        .claims(TerminationClaims.RFC_EDGES)
                        .withoutReach()
                        .run()))
                .containsExactly(Engine.HULL);
    }

    @Test
    void theNumberOfWorkersChangesNothing() {
        List<String> told = new ArrayList<>();
        for (int workers = 1; workers <= 3; workers += 2) {
            Report report = Verification.of(HOSTILE)
                    .claims(TerminationClaims.DRAINED, TerminationClaims.NO_OLD_FIN, TerminationClaims.RFC_EDGES)
                    .limits(Limits.none().withWorkers(workers))
                    .run();
            StringBuilder text = new StringBuilder();
            report.claims().forEach(each -> text.append(VerdictComparison.told(each)));
            told.add(text.toString());
        }
        assertThat(told.get(1)).isEqualTo(told.get(0));
    }

    /** A hull that a limit ends leaves all to the plain search, which the same limit ends. */
    @Test
    void whatALimitEndsIsInconclusive() {
        Report report = Verification.of(HOSTILE)
                .claims(TerminationClaims.DRAINED, TerminationClaims.RFC_EDGES)
                .limits(Limits.none().withMaxStates(20))
                .run();

        assertThat(engines(report)).containsExactly(Engine.HULL, Engine.PLAIN);
        assertThat(report.all(Outcome.INCONCLUSIVE)).isTrue();
        assertThat(result(report, TerminationClaims.RFC_EDGES).notes())
                .containsExactly("not decided without a capacity: the limit of 20 states was reached");
    }
}
