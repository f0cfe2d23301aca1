package dev.lastack.probe.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.PacketdrillSuite;
import dev.lastack.conformance.packetdrill.ScriptResult;
import dev.lastack.conformance.packetdrill.ScriptResult.Status;
import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.probe.Recorded;
import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts of recorded walks, run on lastack's own endpoint with the knobs of the variant. */
class WalkScriptTest {

    private static List<WalkDivergence> divergences(MeasuredStack stack) {
        return Comparison.divergences(Recorded.observations(stack), Map.of());
    }

    private static Status run(MeasuredStack stack, ObservedWalk walk) {
        Scenario scenario = Comparison.scenario(stack, Setting.DEFAULT, Map.of());
        Duration tick = Duration.ofSeconds(stack == MeasuredStack.LINUX ? 30 : 20);
        EndpointConfig config = EndpointConfig.onTheWire(scenario.b(), tick).closingHalfDuplex();
        ScriptResult result = PacketdrillSuite.run(
                "walk.pkt",
                WalkScript.of(walk, Comparison.step(stack), stack == MeasuredStack.LINUX),
                ScriptStackFactory.of(config));
        assertThat(result.status()).as(result.message()).isIn(Status.PASSED, Status.FAILED);
        return result.status();
    }

    @ParameterizedTest
    @EnumSource
    void aScriptOfWhatTheVariantDoesPassesOnIt(MeasuredStack stack) {
        VariantWalks variant = Comparison.walks(stack, Map.of());

        assertThat(divergences(stack))
                .allSatisfy(divergence -> assertThat(run(stack, variant.expected(divergence.walk())))
                        .as(divergence.walk().toString())
                        .isEqualTo(Status.PASSED));
    }

    @ParameterizedTest
    @EnumSource
    void aScriptOfWhatTheStackSentFailsOnAVariantThatSendsSomethingElse(MeasuredStack stack) {
        assertThat(divergences(stack))
                .filteredOn(divergence -> !divergence.measured().sent().isEmpty())
                .filteredOn(divergence -> !divergence
                        .variant()
                        .sent()
                        .containsAll(divergence.measured().sent()))
                .isNotEmpty()
                .allSatisfy(divergence -> assertThat(run(stack, divergence.observed()))
                        .as(divergence.walk().toString())
                        .isEqualTo(Status.FAILED));
    }
}
