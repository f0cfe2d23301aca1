package dev.lastack.properties.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.properties.analysis.SafetyArgument;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.knobs.RealTimeText;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AdviseTest {

    private static final Duration MSL = Duration.ofMinutes(1);

    private static Figures twoMsl(String rto, Map<String, String> knobs) {
        return new Figures(Scenarios.variant("two-msl"), MSL, Gaps.parse(rto), knobs);
    }

    private static Advice advice(Figures figures) {
        return Advise.on(figures).limits(Limits.none().withMaxStates(300_000)).run();
    }

    @Test
    void moreThanTwoMslIsSafeByWaiting() {
        Advice advice = advice(twoMsl("60s", Map.of("time-wait", "3*msl")));

        assertThat(advice.decision()).isEqualTo(Decision.SAFE);
        assertThat(advice.argument()).contains(SafetyArgument.WAITING);
        assertThat(advice.least().safe()).contains(MSL.multipliedBy(3));
        assertThat(advice.least().unsafe()).contains(MSL);
    }

    @Test
    void aSecondLessIsUnsafeByARunAtRealTimes() {
        Advice advice = advice(twoMsl("60s", Map.of("time-wait", "119s")));

        assertThat(advice.decision()).isEqualTo(Decision.UNSAFE);
        Scenario run = advice.firstBroken().orElseThrow().model().scenario();
        assertThat(run.inTime(run.a().timeWait().length())).isEqualTo("119s");
        assertThat(run.inTime(run.environment().msl())).isEqualTo("60s");
    }

    @Test
    void theLeastSafeValueIsFoundInStepsOfTheTickThatDecided() {
        Advice advice = advice(twoMsl("60s", Map.of("time-wait", "30s")));

        assertThat(advice.decision()).isEqualTo(Decision.UNSAFE);
        assertThat(advice.answer().orElseThrow().tick()).contains(MSL);
        assertThat(advice.least().unsafe().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(advice.least().safe().orElseThrow()).isGreaterThan(MSL.multipliedBy(2));
        assertThat(advice.remedies())
                .anyMatch(remedy -> remedy.knobs().containsKey("isn") && remedy.decision() == Decision.SAFE);
    }

    @Test
    void withoutASafeValueWhatWasAskedIsTheGreatestUnsafe() {
        Advice advice = advice(new Figures(
                Scenarios.variant("two-msl"),
                MSL,
                Gaps.parse("60s"),
                Map.of("time-wait", "30s", "time-wait.rst", "as-elsewhere", "loss", "1")));

        assertThat(advice.least().safe()).isEmpty();
        assertThat(advice.least().unsafe()).contains(Duration.ofSeconds(30));
    }

    @Test
    void numbersThatOnlyGrowWouldMakeItSafeAndTimestampsWouldNot() {
        List<Remedy> remedies =
                advice(twoMsl("60s", Map.of("time-wait", "msl"))).remedies();

        assertThat(remedies)
                .anySatisfy(remedy -> {
                    assertThat(remedy.knobs()).containsEntry("isn", "monotonic");
                    assertThat(remedy.decision()).isEqualTo(Decision.SAFE);
                })
                .noneMatch(remedy -> remedy.knobs().containsKey("time-wait.rst")); // It is ignored already.
    }

    @Test
    void growingNumbersNeedNoTimeWait() {
        Advice advice = advice(twoMsl(
                "60s", Map.of("time-wait", "60s", "isn", "monotonic", "sequence-space", "unbounded", "window", "3")));

        assertThat(advice.decision()).isEqualTo(Decision.SAFE);
        assertThat(advice.argument()).contains(SafetyArgument.NUMBERS);
        assertThat(advice.least().safe()).contains(Duration.ZERO);
    }

    /** "May I set TIME_WAIT to 15 s with an RTO of 200 ms to 120 s and an MSL of 60 s?" */
    @Test
    void numbersThatOnlyGrowAreSafeForEveryGapAskedAbout() {
        Advice advice = Advise.on(twoMsl(
                        "200ms..120s", Map.of("time-wait", "15s", "isn", "monotonic", "sequence-space", "unbounded")))
                .limits(Limits.none().withMaxStates(2_000))
                .run();

        assertThat(advice.decision()).isEqualTo(Decision.SAFE);
        assertThat(advice.coveredGaps()).contains(Gaps.parse("200ms..120s"));
        assertThat(advice.argument()).contains(SafetyArgument.NUMBERS);
        assertThat(advice.least().safe()).contains(Duration.ZERO);
    }

    @Test
    void aPartOfTheGapsIsNeverSafeForAllOfThem() {
        Advice advice = advice(twoMsl("200ms..60s", Map.of("time-wait", "3*msl", "loss", "none")));

        assertThat(advice.decision()).isEqualTo(Decision.PARTLY_SAFE);
        assertThat(advice.coveredGaps().orElseThrow().max()).isEqualTo(MSL);
        assertThat(advice.coveredGaps().orElseThrow().min()).isGreaterThanOrEqualTo(advice.leastTick());
    }

    @Test
    void aRemedyForAPartOfTheGapsIsSafeInPart() {
        assertThat(advice(twoMsl("200ms..60s", Map.of("time-wait", "msl"))).remedies())
                .anySatisfy(remedy -> {
                    assertThat(remedy.decision()).isEqualTo(Decision.PARTLY_SAFE);
                    assertThat(remedy.covered()).contains(Gaps.parse("60s"));
                })
                .noneMatch(remedy -> remedy.decision() == Decision.SAFE);
    }

    @Test
    void noTickIsLongerThanTheGreatestGapSoNoGapIsLongerThanAskedAbout() {
        Figures figures = new Figures(
                Scenarios.variant("two-msl"),
                Duration.ofSeconds(30),
                Gaps.parse("1s..8s"),
                Map.of("isn", "constant", "time-wait", "2*msl"));

        assertThat(Ticks.of(figures)).containsExactly(Duration.ofMillis(7500), Duration.ofMillis(3750));
        assertThatThrownBy(() -> figures.at(Duration.ofSeconds(30), Scope.EXCHANGE, Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("every gap is shorter than a tick of 30s");
    }

    @Test
    void finerTicksAreTriedUntilEveryGapIsCovered() {
        Figures figures = twoMsl("45s..60s", Map.of("time-wait", "3*msl", "loss", "none"));

        assertThat(Ticks.of(figures)).containsExactly(MSL, MSL.dividedBy(2));
        Advice advice = advice(figures);
        assertThat(advice.decision()).isEqualTo(Decision.SAFE);
        assertThat(advice.coveredGaps()).contains(Gaps.parse("45s..60s"));
    }

    /** No tick is short enough: dense time has a run all the same. */
    @Test
    void tooShortATimeWaitIsUnsafeHoweverShortTheGaps() {
        Advice advice = Advise.on(twoMsl("200ms..1s", Map.of("time-wait", "100s", "loss", "none")))
                .limits(Limits.none().withMaxStates(300_000).withTimeout(Duration.ofSeconds(20)))
                .run();

        assertThat(advice.decision()).isEqualTo(Decision.UNSAFE);
        assertThat(advice.answer().orElseThrow().tick()).isEmpty();
        assertThat(advice.coveredGaps()).contains(Gaps.parse("200ms..1s"));
        Scenario run = advice.firstBroken().orElseThrow().model().scenario();
        assertThat(run.inTime(run.a().timeWait().length())).isEqualTo("100s");
    }

    @Test
    void whereTheCapacityCutDenseTimeIsNeverSafe() {
        Figures figures =
                twoMsl("20s", Map.of("time-wait", "3*msl", "loss", "none", "capacity", "1", "incarnations", "1"));
        List<Claim> claims = List.of(TerminationClaims.DRAINED);
        Optional<Explored> dense = new DenseTime(figures, claims, claims, Limits.none(), Progress.NONE)
                .explore(Scope.EXCHANGE, Map.of(), Duration.ofMinutes(1));

        assertThat(dense.orElseThrow().on(claims)).isEqualTo(Decision.UNDECIDED);
    }

    @Test
    void theCapacityIsRaisedUntilDenseTimeDecides() {
        Figures figures = new Figures(
                Scenarios.variant("two-msl"),
                MSL,
                Gaps.parse("120s"),
                Map.of(
                        "time-wait",
                        "120s",
                        "loss",
                        "none",
                        "incarnations",
                        "1",
                        "isn",
                        "monotonic",
                        "sequence-space",
                        "unbounded"));
        List<Claim> claims = List.of(TerminationClaims.DRAINED);
        DenseTime dense = new DenseTime(figures, claims, claims, Limits.none(), Progress.NONE);
        Function<Duration, Decision> at =
                wait -> dense.explore(Scope.EXCHANGE, Map.of("time-wait", RealTimeText.of(wait)), Duration.ofMinutes(1))
                        .orElseThrow()
                        .on(claims);

        assertThat(new ExactWait(figures, at).run(at.apply(figures.timeWait()), 0))
                .isEqualTo(new LeastWait(
                        Optional.of(Duration.ofMinutes(2)),
                        Optional.of(Duration.ofMinutes(2).minusNanos(1_000))));
    }

    @Test
    void timestampsAreNotForDenseTime() {
        Figures figures = twoMsl("60s", Map.of("timestamps", "on"));

        assertThat(new DenseTime(figures, Advise.NEXT_CONNECTION, Advise.NEXT_CONNECTION, Limits.none(), Progress.NONE)
                        .explore(Scope.EXCHANGE, Map.of(), Duration.ofMinutes(1)))
                .isEmpty();
    }

    @Test
    void gapsShorterThanEveryTickAreNotDecided() {
        Advice none = advice(twoMsl("200ms..1s", Map.of()));

        assertThat(none.coveredGaps()).isEmpty();
        assertThat(none.decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(none.least()).isEqualTo(LeastWait.UNKNOWN);
    }

    @Test
    void aLimitReachedIsNeverSafe() {
        Advice advice = Advise.on(twoMsl("60s", Map.of()))
                .limits(Limits.none().withMaxStates(100))
                .run();

        assertThat(advice.decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(advice.answer()).isEmpty();
    }

    @Test
    void noTimeAtAllIsNotDecided() {
        Advice advice = Advise.on(twoMsl("60s", Map.of()))
                .limits(Limits.none().withTimeout(Duration.ZERO))
                .run();

        assertThat(advice.decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(advice.explored()).isEmpty();
    }

    @Test
    void ticksDivideWhatMustNotBeRounded() {
        Figures figures = new Figures(
                Scenarios.variant("linux"), MSL, Gaps.parse("200ms..120s"), Map.of("time-wait", "15s", "loss", "2"));

        assertThat(Ticks.of(figures)).containsExactly(MSL, Duration.ofSeconds(15), Duration.ofMillis(7500));
        assertThat(Ticks.decidesSafety(figures.at(MSL, Scope.EXCHANGE, Map.of())))
                .isFalse();
        assertThat(Ticks.decidesSafety(figures.at(Duration.ofSeconds(15), Scope.EXCHANGE, Map.of())))
                .isTrue();
    }

    @Test
    void timesWithoutACommonDivisorHaveNoTickThatCanBeExplored() {
        Figures figures =
                new Figures(Scenarios.variant("linux"), MSL, Gaps.parse("1s..60s"), Map.of("time-wait", "59s"));

        assertThat(Ticks.of(figures)).containsExactly(MSL);
    }

    @Test
    void aStackWithDurationsInTicksIsRefused() {
        Scenario inTicks = Scenarios.of(Map.of("time-wait", "4"));

        assertThatThrownBy(() -> new Figures(inTicks, MSL, Gaps.parse("1s"), Map.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("is in ticks");
    }

    @Test
    void gapsAreRealTimes() {
        assertThat(Gaps.parse("200ms..2min")).isEqualTo(new Gaps(Duration.ofMillis(200), Duration.ofMinutes(2)));
        assertThat(Gaps.parse("1s")).hasToString("1s");
        for (String wrong : List.of("", "1", "0s", "2s..1s", "1s..", "1s..x")) {
            assertThatThrownBy(() -> Gaps.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageContaining("--rto: '" + wrong + "'");
        }
        assertThat(Gaps.parse("200ms..1s").from(Duration.ofMillis(500))).isEqualTo(Gaps.parse("500ms..1s"));
    }
}
