package dev.lastack.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever segment arrives in whatever state, with whatever knobs: endpoint and model do the same. */
@Tag("deep")
class ForgedSegmentsTest {

    private static final String RELIABLE = "loss=none duplication=none ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time-wait.bare-ack=answer time-wait.restart=on-answer time-wait.rst=in-window",
                "time-wait.restart=on-any-fin fin-wait-2.rst=ignore time-wait.syn=drop silent-reset=no",
                "open=both time-wait.restart=on-out-of-window time-wait.syn=reopen-if-newer-seq fin-wait-2-timeout=2"
                        + " fin-wait-2.rst=in-window",
                "open=both time-wait.syn=reopen-beyond-window window=1 keep-alive=2 time-wait=2",
                "open=both close=early start=closed"
            })
    void everyArrivalIsReproduced(String knobs) {
        assertConforms(
                ConformanceProperties.scenario(ConformanceProperties.small(RuleScenarios.forged(RELIABLE + knobs))));
    }

    static Stream<Scenario> scenariosOfRules() {
        return RuleScenarios.all().stream().map(RuleScenarios.Asking::scenario);
    }

    /** A rule that is missing is noticed for what it is: with all rules nothing is. */
    @ParameterizedTest
    @MethodSource("scenariosOfRules")
    void everyTransitionOfTheScenariosOfRulesIsReproduced(Scenario scenario) {
        assertConforms(scenario);
    }

    private static void assertConforms(Scenario scenario) {
        ConformanceReport report = Conformance.of(scenario).everyTransition(RuleMutants.ALL_STATES);
        System.out.println(report.summary());
        assertThat(report.complete()).isTrue();
        assertThat(report.divergence().map(Divergence::toString)).isEmpty();
    }
}
