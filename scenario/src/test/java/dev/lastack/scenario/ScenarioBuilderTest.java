package dev.lastack.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.EndpointKnobs.Open;
import dev.lastack.scenario.knobs.EndpointKnobs.RstRule;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.text.ScenarioException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioBuilderTest {

    @ParameterizedTest
    @CsvSource({
        "loss, none, 3",
        "loss, 2, 3",
        "duplication, 1, 3",
        "reordering, off, 3",
        "loss, unlimited, 2147483647",
        "capacity, 2, 2",
        "capacity, unlimited, 2147483647"
    })
    void capacityIsUnlimitedWhereTheNetworkDoesAsItLikes(String knob, String value, int capacity) {
        Environment environment = Scenarios.of(Map.of(knob, value)).environment();

        assertThat(environment.capacity()).isEqualTo(capacity);
        assertThat(environment.boundedCapacity()).isEqualTo(capacity == EndpointKnobs.UNLIMITED ? 3 : capacity);
    }

    @Test
    void everyKnobHasItsDefault() {
        Scenario scenario = Scenarios.of(Map.of());

        assertThat(scenario.environment())
                .isEqualTo(new Environment(
                        2,
                        EndpointKnobs.UNLIMITED,
                        EndpointKnobs.UNLIMITED,
                        true,
                        EndpointKnobs.UNLIMITED,
                        Environment.UNBOUNDED,
                        2,
                        0,
                        0,
                        0,
                        Environment.Start.ESTABLISHED));
        assertThat(scenario.a().timeWait().length()).isEqualTo(4);
        assertThat(scenario.a().numbers().isn()).isEqualTo(Isn.MONOTONIC);
        assertThat(scenario.a().user().open()).isEqualTo(Open.ACTIVE);
        assertThat(scenario.b().user().open()).isEqualTo(Open.LISTEN);
        assertThat(scenario.statement().realTime()).isEmpty();
    }

    @Test
    void anUnqualifiedKnobSetsBothHosts() {
        Scenario scenario =
                Scenarios.of(Map.of("time-wait.rst", "ignore")).with(Map.of("B.time-wait.rst", "in-window"));

        assertThat(scenario.a().timeWait().rst()).isEqualTo(RstRule.IGNORE);
        assertThat(scenario.b().timeWait().rst()).isEqualTo(RstRule.IN_WINDOW);
    }

    @Test
    void randomNumbersMakeTheSequenceSpaceFinite() {
        assertThat(Scenarios.of(Map.of("A.isn", "clock(2)")).environment().sequenceSpace())
                .isEqualTo(16);
    }

    @Test
    void settingsRebuildTheScenario() {
        Scenario scenario = Scenario.builder("x")
                .set("msl", "3")
                .set("time-wait", "2*msl-1")
                .set("A.rto", "1..3")
                .set("challenge-limit", "2 per msl")
                .build();

        Scenario again = Scenarios.of(scenario.statement().settings());

        assertThat(again.sameModelAs(scenario)).isTrue();
        assertThat(again.a().timeWait().length()).isEqualTo(5);
        assertThat(again.a().retransmission().rtoMax()).isEqualTo(3);
        assertThat(again.b().challenge().period()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tme-wait | 3 | there is no knob 'tme-wait'; did you mean 'time-wait'?",
                "isn | randm | isn: 'randm' is not a valid value; expected constant, monotonic, random, or clock(n),"
                        + " which advances by n per tick; did you mean 'random'?",
                "capacity | 0 | capacity: '0' is not a valid value; expected unlimited, or a whole number from 1 to 16",
                "A.msl | 3 | A.msl: msl is not a host's own; write it without 'A.'",
                "window | 9 | A.window: 9 is larger than half the sequence space of 16; at most 8",
                "sequence-space | unbounded | A.isn: random and clock(n) need a finite sequence-space, which is set to"
                        + " unbounded",
                "rto | 3..1 | A.rto: the least gap, 3 ticks, is more than the greatest, 1",
                "time-wait | msl-3 | time-wait: comes to -1 ticks; it has to be from 0 to 100000",
                "B.time-wait.reuse-after | 1 | B.time-wait.reuse-after: never happens without timestamps; set"
                        + " timestamps: on, or time-wait.reuse-needs: nothing",
            })
    void badValuesAreRefused(String knob, String value, String message) {
        ScenarioBuilder builder = Scenario.builder("x").set("isn", "random");

        assertThatThrownBy(() -> builder.set(knob, value).build())
                .isInstanceOf(ScenarioException.class)
                .hasMessage("x: " + message);
    }
}
