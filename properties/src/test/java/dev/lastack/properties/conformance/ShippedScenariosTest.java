package dev.lastack.properties.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.properties.ClaimResult;
import dev.lastack.properties.LivenessClaims;
import dev.lastack.properties.Report;
import dev.lastack.properties.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What breaks a claim in the model breaks it on two executable endpoints: every counterexample of the shipped scenarios
 * that the first states show is run on them, at its own modulus, with the same segments, states and incarnations after
 * each step.
 */
class ShippedScenariosTest {

    private static final long STATES = 20_000;

    static List<String> shipped() {
        return Scenarios.variants();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void counterexamplesAreRunsOfTheEndpoints(String name) {
        Scenario scenario = Scenarios.variant(name);
        Conformance conformance = Conformance.of(scenario);
        assertConforms(conformance.randomSteps(300, ConformanceProperties.SEED));
        Report report = Verification.of(scenario)
                .limits(Limits.none().withMaxStates(STATES).withWorkers(1))
                .run();
        for (ClaimResult result : report.claims()) {
            result.trace().ifPresent(trace -> {
                ConformanceReport replayed = conformance.replay(trace);
                System.out.println(name + ": " + result.claim().id() + " is violated on the endpoints too, in "
                        + replayed.steps() + " steps");
                assertConforms(replayed);
                assertThat(replayed.steps()).isEqualTo(trace.steps().size());
            });
        }
    }

    /** A lasso is followed twice round: the executables come back to where the loop began. */
    @ParameterizedTest
    @ValueSource(strings = {"silent-peer", "half-open-idle", "half-open-pending", "bare-ack-echo"})
    void lassosAreRunsOfTheEndpoints(String name) {
        Scenario scenario = Scenarios.variant(name);
        Report report = Verification.of(scenario)
                .claims(LivenessClaims.all())
                .limits(Limits.none().withMaxStates(STATES).withWorkers(1))
                .run();
        for (ClaimResult result : report.claims()) {
            result.trace().ifPresent(trace -> {
                System.out.println(name + ": the lasso of " + result.claim().id() + " is one of the endpoints");
                assertConforms(Conformance.of(scenario).replay(trace));
            });
        }
    }

    @Test
    void someShippedScenarioIsViolated() {
        Report report = Verification.of(Scenarios.variant("no-time-wait"))
                .limits(Limits.none().withMaxStates(STATES).withWorkers(1))
                .run();
        assertThat(report.claims()).anyMatch(result -> result.trace().isPresent());
    }

    private static void assertConforms(ConformanceReport report) {
        assertThat(report.conforms())
                .as(() -> report.divergence().map(Divergence::toString).orElse(""))
                .isTrue();
    }
}
