package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.model.view.StepView;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** With real durations a verdict does not depend on which of several things of one instant comes first. */
class InstantVerdictTest {

    private static final Map<String, String> TIMERS_OF_ONE_INSTANT = Map.ofEntries(
            Map.entry("msl", "60s"),
            Map.entry("A.time-wait", "120s"),
            Map.entry("B.time-wait", "60s"),
            Map.entry("time-wait.restart", "on-answer"),
            Map.entry("time-wait.rst", "ignore"),
            Map.entry("rto", "60s"),
            Map.entry("retransmissions", "0"),
            Map.entry("loss", "none"),
            Map.entry("duplication", "none"),
            Map.entry("data", "0"),
            Map.entry("window", "1"),
            Map.entry("capacity", "3"),
            Map.entry("incarnations", "3"),
            Map.entry("crash", "1"),
            Map.entry("close", "after-peer"),
            Map.entry("B.open", "active"));

    private static final Map<String, String> CAPACITY_OF_ONE = Map.ofEntries(
            Map.entry("msl", "60s"),
            Map.entry("time-wait", "120s"),
            Map.entry("time-wait.restart", "on-answer"),
            Map.entry("time-wait.rst", "ignore"),
            Map.entry("rto", "60s"),
            Map.entry("loss", "2"),
            Map.entry("duplication", "none"),
            Map.entry("data", "0"),
            Map.entry("window", "1"),
            Map.entry("capacity", "1"),
            Map.entry("incarnations", "1"));

    private static final Map<String, String> TWO_MSL = Map.ofEntries(
            Map.entry("msl", "60s"),
            Map.entry("time-wait", "120s"),
            Map.entry("time-wait.restart", "on-answer"),
            Map.entry("time-wait.rst", "ignore"),
            Map.entry("rto", "60s"),
            Map.entry("isn", "random"),
            Map.entry("sequence-space", "4"),
            Map.entry("window", "1"),
            Map.entry("data", "0"),
            Map.entry("B.close", "after-peer"),
            Map.entry("loss", "none"),
            Map.entry("duplication", "none"),
            Map.entry("capacity", "2"),
            Map.entry("incarnations", "1"));

    private static Report check(Map<String, String> knobs, Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(knobs);
        all.putAll(changes);
        return Verification.of(Scenarios.of(all))
                .claims(List.of(
                        TerminationClaims.NO_OLD_HANDSHAKE,
                        TerminationClaims.NO_OLD_RST,
                        TerminationClaims.AGREEMENT,
                        TerminationClaims.DRAINED,
                        TerminationClaims.LAST_ACK_CLEAN))
                .run();
    }

    private static Set<String> violated(Report report) {
        Set<String> violated = new TreeSet<>();
        report.claims().stream()
                .filter(result -> result.outcome() == Outcome.VIOLATED)
                .forEach(result -> violated.add(result.claim().id()));
        return violated;
    }

    @Test
    void whatHappensBetweenTwoTimersOfAnInstantIsFoundAtACoarseTick() {
        Report coarse = check(TIMERS_OF_ONE_INSTANT, Map.of());

        assertThat(coarse.exploration().distinct()).isEqualTo(17_192);
        assertThat(violated(coarse)).contains("no-old-handshake", "no-old-rst", "agreement");
        assertThat(violated(check(TIMERS_OF_ONE_INSTANT, Map.of("tick", "30s"))))
                .isEqualTo(violated(coarse));
    }

    @Test
    void noTwoThingsOfAViolationHappenAtTheSameInstant() {
        for (ClaimResult result : check(TIMERS_OF_ONE_INSTANT, Map.of()).claims()) {
            result.trace().ifPresent(trace -> {
                boolean ticked = true;
                for (int step = 0; step < trace.steps().size(); step++) {
                    StepView told = result.model()
                            .tell(trace.state(step), trace.steps().get(step).action());
                    boolean tick = told.kind() == StepView.Kind.TICK;
                    assertThat(tick || ticked)
                            .as("%s, step %d", result.claim(), step)
                            .isTrue();
                    ticked = tick;
                }
            });
        }
    }

    @Test
    void aFullNetworkDoesNotHideAViolation() {
        Report report = check(CAPACITY_OF_ONE, Map.of());

        for (String claim : List.of("drained", "last-ack-clean")) {
            assertThat(report.claim(claim).orElseThrow().outcome()).isIn(Outcome.VIOLATED, Outcome.INCONCLUSIVE);
        }
    }

    @Test
    void aTieOfTheNetworkAndTheTimerIsTheBoundary() {
        ClaimResult drained = check(TWO_MSL, Map.of()).claim("drained").orElseThrow();

        assertThat(drained.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(drained.notes()).anyMatch(note -> note.startsWith("on the boundary: holds beyond 120s"));
    }

    @Test
    void beyondTheBoundaryNothingIsSaidOfIt() {
        ClaimResult drained =
                check(TWO_MSL, Map.of("time-wait", "180s")).claim("drained").orElseThrow();

        assertThat(drained.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(drained.notes()).isEmpty();
    }

    @Test
    void belowItTheClaimIsViolatedByAMargin() {
        ClaimResult drained =
                check(TWO_MSL, Map.of("time-wait", "60s")).claim("drained").orElseThrow();

        assertThat(drained.outcome()).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void whereTicksAreComparedTheVerdictIsForThisTick() {
        ClaimResult drained = check(TWO_MSL, Map.of("time-wait", "180s", "timestamps", "on"))
                .claim("drained")
                .orElseThrow();

        assertThat(drained.notes()).anyMatch(note -> note.startsWith("for this tick: with timestamps"));
        assertThat(RealTimeVerdict.reach(drained.model().scenario())).isEmpty();
    }

    @Test
    void theLengthOfATickAloneChangesNothing() {
        Scenario labelled = Scenarios.of(Map.of("tick", "60s", "msl", "1", "data", "0"));
        Scenario plain = Scenarios.of(Map.of("msl", "1", "data", "0"));

        assertThat(Verification.of(labelled).run().exploration().distinct())
                .isEqualTo(Verification.of(plain).run().exploration().distinct());
        assertThat(RealTimeVerdict.reach(labelled)).isEmpty();
    }
}
