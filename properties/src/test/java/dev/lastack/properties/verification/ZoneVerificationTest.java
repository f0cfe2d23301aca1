package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.retiming.Retiming;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims at real times, decided in dense time. */
class ZoneVerificationTest {

    /** One connection whose ends close, with room for every copy that there can be: MSL 60 s and retransmissions 120 s apart. */
    private static final Map<String, String> EXCHANGE = Map.of(
            "tick", "60s",
            "msl", "60s",
            "rto", "120s",
            "time-wait", "120s",
            "isn", "monotonic",
            "sequence-space", "unbounded",
            "incarnations", "1",
            "capacity", "4");

    private static Scenario exchange(String... changes) {
        Map<String, String> knobs = new LinkedHashMap<>(EXCHANGE);
        for (int i = 0; i < changes.length; i += 2) {
            knobs.put(changes[i], changes[i + 1]);
        }
        return Scenarios.variant("two-msl").with(knobs);
    }

    private static ZoneResult drained(Scenario scenario) {
        return decide(scenario, TerminationClaims.DRAINED);
    }

    private static ZoneResult decide(Scenario scenario, Claim claim) {
        return ZoneVerification.of(scenario).claims(claim).run().claims().get(0);
    }

    @Test
    void twoMslIsTheLeastSafeTimeWaitToTheMicrosecond() {
        assertThat(drained(exchange()).outcome()).isEqualTo(Outcome.HOLDS);
        ZoneResult shorter = drained(exchange("time-wait", "119.999999s"));
        assertThat(shorter.outcome()).isEqualTo(Outcome.VIOLATED);
        int last = shorter.run().orElseThrow().length() - 1;
        assertThat(shorter.run().orElseThrow().seconds(last)).isGreaterThan(new BigDecimal("119.999999"));
        assertThat(shorter.run().orElseThrow().lines().get(last)).endsWith("A 2MSL timer fires");
        assertThat(shorter.exact()).as("a run of 120 million ticks").isEmpty();
    }

    @Test
    void aRunIsTakenInTicksThatDivideIt() {
        ZoneResult result = drained(exchange("time-wait", "119s"));

        Retiming.Exact exact = result.exact().orElseThrow();
        Scenario taken = exact.scenario();
        assertThat(taken.inTime(taken.a().timeWait().length())).isEqualTo("119s");
        assertThat(TerminationClaims.DRAINED
                        .property(exact.model())
                        .orElseThrow()
                        .firstViolation(exact.trace(), exact.model()))
                .hasValue(exact.trace().steps().size());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 60", "7, 60"})
    void theNumberOfZonesDoesNotGrowWithTheMsl(int numerator, int denominator) {
        String msl = 60 * numerator / denominator + "s";
        String rto = 120 * numerator / denominator + "s";
        Scenario scaled = exchange("tick", "1s", "msl", msl, "rto", rto, "time-wait", rto);
        assertThat(zones(scaled)).isEqualTo(zones(exchange()));
    }

    private static long zones(Scenario scenario) {
        return ZoneVerification.of(scenario)
                .claims(TerminationClaims.DRAINED)
                .run()
                .exploration()
                .zones();
    }

    /** Retransmissions 200 ms apart fill any direction: within the capacity nothing is decided. */
    @Test
    void nothingHoldsWhereTheCapacityCutAStep() {
        Scenario scenario = exchange("rto", "200ms..120s", "capacity", "2");
        ZoneResult result = ZoneVerification.of(scenario)
                .claims(TerminationClaims.DRAINED)
                .limits(Limits.none().withMaxStates(2_000))
                .run()
                .claims()
                .get(0);
        assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(result.why()).startsWith("no run within capacity 2 violates it, but capacity cut ");
        assertThat(drained(exchange("rto", "200ms..120s", "capacity", "2", "time-wait", "119.999999s"))
                        .outcome())
                .isEqualTo(Outcome.VIOLATED);
    }

    @Tag("deep")
    @Test
    void twoMslIsSafeForAnyCapacityAndAnyGap() {
        ZoneResult result = drained(exchange("rto", "200ms..120s", "capacity", "2"));
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(result.decidedBy().reach()).isEqualTo("for any capacity");
    }

    /** "May I set TIME_WAIT to 15 s with an RTO of 200 ms to 120 s and an MSL of 60 s?" */
    @Test
    void numbersThatOnlyGrowKeepOldSegmentsOutHoweverShortTheGapsAre() {
        List<Claim> claims = List.of(TerminationClaims.NO_OLD_FIN, TerminationClaims.NO_OLD_RST);
        Scenario scenario =
                exchange("rto", "200ms..120s", "time-wait", "15s", "incarnations", "2", "capacity", "2", "loss", "1");
        ZoneReport report = ZoneVerification.of(scenario)
                .claims(claims)
                .limits(Limits.none().withMaxStates(5_000))
                .run();
        assertThat(report.claims()).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
            assertThat(result.decidedBy().reach()).isEqualTo("within sequence numbers, and no bound on the network");
        });
        assertThat(decide(
                                scenario.with(Map.of("isn", "constant", "sequence-space", "16")),
                                TerminationClaims.NO_OLD_FIN)
                        .outcome())
                .isEqualTo(Outcome.VIOLATED);
    }

    /** B gives up after one retransmission, so its last FIN is gone after 120 s, whatever is lost. */
    @Test
    void whatTheCapacityCutIsDecidedWithoutCountingSegments() {
        ZoneReport report = ZoneVerification.of(exchange(
                        "rto",
                        "60s",
                        "capacity",
                        "1",
                        "loss",
                        "unlimited",
                        "time-wait",
                        "1000s",
                        "retransmissions",
                        "1"))
                .claims(TerminationClaims.DRAINED)
                .run();
        assertThat(report.bounds())
                .contains("no run within capacity 1 violates it, but segments found their direction full");
        ZoneResult result = report.claims().get(0);
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(result.decidedBy().reach()).isEqualTo("for any capacity");
    }

    /** B may send its FIN again just as the ACK of it arrives, 2 MSL after the first, and at no other time. */
    @Test
    void aRunThatNeedsATieDecidesNothing() {
        ZoneResult result = drained(exchange("time-wait.restart", "never", "time-wait", "239s"));
        assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(result.why()).isEqualTo("the run found exists only where two things happen at once");
        assertThat(drained(exchange("time-wait.restart", "never", "time-wait", "239s", "rto", "119s"))
                        .outcome())
                .isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void aClaimThatNothingTestsIsVacuous() {
        assertThat(decide(exchange(), TerminationClaims.NO_OLD_FIN).outcome()).isEqualTo(Outcome.VACUOUS);
    }

    /** Two connections, and octets: claims have the outcomes that the plain engine gives them where both decide. */
    @ParameterizedTest
    @CsvSource({
        "120s, 2, 0, constant, 5",
        "60s, 2, 0, constant, 3",
        "60s, 1, 1, monotonic, 9",
        "30s, 1, 1, monotonic, 3"
    })
    void outcomesAreThoseOfThePlainEngine(String timeWait, String incarnations, String data, String isn, int atLeast) {
        Scenario scenario = exchange(
                "tick",
                "30s",
                "capacity",
                "5",
                "rto",
                "150s",
                "retransmissions",
                "0",
                "time-wait",
                timeWait,
                "incarnations",
                incarnations,
                "data",
                data,
                "isn",
                isn);
        Limits limits = Limits.none().withMaxStates(200_000);
        ZoneReport zones = ZoneVerification.of(scenario).limits(limits).run();
        Report plain = Verification.of(scenario).limits(limits).run();
        List<String> decided = new ArrayList<>();
        for (ZoneResult result : zones.claims()) {
            Outcome other = plain.claim(result.claim().id()).orElseThrow().outcome();
            if (result.outcome() != Outcome.INCONCLUSIVE && other != Outcome.INCONCLUSIVE) {
                // What only a tie of network and 2MSL timer tests is vacuous where the network ranks first.
                assertThat(result.outcome() == Outcome.VIOLATED)
                        .as(result.claim().id())
                        .isEqualTo(other == Outcome.VIOLATED);
                decided.add(result.claim().id());
            }
        }
        assertThat(decided).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void noOldSegmentOfTheFirstConnectionHarmsTheSecond() {
        Scenario scenario = exchange("capacity", "5", "retransmissions", "0", "incarnations", "2");
        assertThat(decide(scenario, TerminationClaims.NO_OLD_FIN).outcome()).isEqualTo(Outcome.HOLDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamps=on | timestamps: zones support off; use the plain engine",
                "isn=clock(2);sequence-space=16 | isn: zones support constant, monotonic and random, not clock; use"
                        + " the plain engine",
                "challenge-limit=1 per 60s | challenge-limit: zones support off; use the plain engine",
                "time-wait.reuse-after=60s;time-wait.reuse-needs=nothing | time-wait.reuse-after: zones support off"
                        + " and 0; use the plain engine",
                "duplication=1 | duplication: zones support none, or unlimited with loss: unlimited and reordering:"
                        + " on; use the plain engine"
            })
    void aKnobThatZonesDoNotSupportIsNamed(String knob, String message) {
        String[] setting = knob.split("[=;]", -1);
        Scenario scenario = exchange(setting);
        assertThatThrownBy(() -> drained(scenario))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message);
    }

    @Test
    void claimsAboutWholeRunsAndScenariosInTicksAreRefused() {
        Claim claim = TerminationClaims.byId("last-ack-resolves").orElseThrow();
        assertThatThrownBy(() -> decide(exchange(), claim))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("zones decide claims about steps, not about whole runs");
        Claim own = Claim.always("mine", "always", state -> true);
        assertThatThrownBy(() -> decide(exchange(), own))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("zones decide claims about steps, not about states");
        assertThatThrownBy(() -> drained(Scenarios.variant("two-msl")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("zones need real durations");
    }
}
