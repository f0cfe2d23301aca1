package dev.lastack.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Close;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.EndpointKnobs.RstRule;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {

    @TempDir
    Path folder;

    @Test
    void readsKnobsOfBothHostsOfOneAndOfTheEnvironment() throws IOException {
        Scenario scenario = read("mine.yaml", """
            # a comment
            msl: 3
            time-wait: 2*msl-1
            B.close: after-peer
            A:
              isn: random
              window: 2
            """);

        assertThat(scenario.name()).isEqualTo("mine");
        assertThat(scenario.environment().msl()).isEqualTo(3);
        assertThat(scenario.a().timeWait().length()).isEqualTo(5);
        assertThat(scenario.b().timeWait().length()).isEqualTo(5);
        assertThat(scenario.b().user().close()).isEqualTo(Close.AFTER_PEER);
        assertThat(scenario.a().numbers().isn()).isEqualTo(Isn.RANDOM);
        assertThat(scenario.b().numbers().isn()).isEqualTo(Isn.MONOTONIC);
        assertThat(scenario.a().reception().window()).isEqualTo(2);
    }

    @Test
    void aHostTakesTheEndpointKnobsOfAVariantAndOverridesThem() throws IOException {
        Scenario scenario = read("mine.yaml", """
            A: linux
            A.time-wait.rst: ignore
            B:
              extends: freebsd
              fin-wait-2-timeout: off
            """);

        assertThat(scenario.a().finWait2().rst()).isEqualTo(RstRule.IN_WINDOW);
        assertThat(scenario.a().timeWait().rst()).isEqualTo(RstRule.IGNORE);
        assertThat(scenario.b().finWait2().timeout()).isEqualTo(EndpointKnobs.OFF);
        assertThat(scenario.b().numbers().timestamps()).isTrue();
        assertThat(scenario.environment().loss()).isEqualTo(EndpointKnobs.UNLIMITED);
    }

    @Test
    void extendsAnotherFileOfItsFolder() throws IOException {
        write("base.yaml", "msl: 3\nrto: 2\nexpect: {no-old-fin: holds}\nltl: {mine: '[] true'}\n");

        Scenario changed = read("mine.yaml", "extends: base.yaml\nrto: 3\n");
        Scenario same = read("same.yaml", "extends: base.yaml\nB.rto: 2\n");

        assertThat(changed.environment().msl()).isEqualTo(3);
        assertThat(changed.a().retransmission().rtoMin()).isEqualTo(3);
        assertThat(changed.statement().expectations()).isEmpty();
        assertThat(changed.statement().formulas())
                .extracting(NamedFormula::name)
                .containsExactly("mine");
        assertThat(same.statement().expectations()).hasSize(1);
    }

    @Test
    void readsVerdictsWithAndWithoutTheirReason() throws IOException {
        Scenario scenario = read("mine.yaml", """
            expect:
              no-old-fin: holds
              drained: {verdict: violated, because: observed}
            """);

        List<Expectation> expectations = scenario.statement().expectations();
        assertThat(expectations).extracting(Expectation::outcome).containsExactly(Outcome.HOLDS, Outcome.VIOLATED);
        assertThat(expectations).extracting(Expectation::because).containsExactly("", "observed");
        assertThat(expectations.get(1).place().line()).isEqualTo(3);
        assertThat(scenario.with(Map.of("msl", "2")).statement().expectations()).hasSize(2);
        assertThat(scenario.with(Map.of("msl", "1")).statement().expectations()).isEmpty();
    }

    @Test
    void theTickDividesEveryRealDuration() throws IOException {
        Scenario scenario = read("mine.yaml", "msl: 30s\ntime-wait: 1min\nfin-wait-2-timeout: 40s\nrto: 10s..2*msl\n");

        assertThat(scenario.statement().realTime()).contains(new RealTime(Duration.ofSeconds(10), true, List.of()));
        assertThat(scenario.environment().msl()).isEqualTo(3);
        assertThat(scenario.a().timeWait().length()).isEqualTo(6);
        assertThat(scenario.a().finWait2().timeout()).isEqualTo(4);
        assertThat(scenario.a().retransmission().rtoMax()).isEqualTo(6);
    }

    @Test
    void aCoarserTickRoundsTowardsMoreBehaviours() throws IOException {
        Scenario scenario = read("mine.yaml", "tick: 20s\nmsl: 30s\ntime-wait: 50s\nrto: 30s\n");

        assertThat(scenario.statement().realTime())
                .contains(new RealTime(Duration.ofSeconds(20), true, List.of("time-wait", "rto", "msl")));
        assertThat(scenario.environment().msl()).isEqualTo(2);
        assertThat(scenario.a().timeWait().length()).isEqualTo(2);
        assertThat(scenario.a().retransmission().rtoMin()).isEqualTo(1);
        assertThat(scenario.a().retransmission().rtoMax()).isEqualTo(2);
    }

    @Test
    void multiplesOfARealMslAreRoundedAsAWhole() throws IOException {
        Scenario scenario = read("mine.yaml", "tick: 20s\nmsl: 30s\ntime-wait: 2*msl-1\n");

        assertThat(scenario.environment().msl()).isEqualTo(2);
        assertThat(scenario.a().timeWait().length()).isEqualTo(2);
    }

    @Test
    void aTimerWithoutASafeDirectionIsNotRounded() {
        assertThatThrownBy(() -> read("mine.yaml", "tick: 20s\nmsl: 20s\nfin-wait-2-timeout: 30s\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("mine.yaml:3:21: fin-wait-2-timeout: is no whole number of ticks");
    }

    @Test
    void everyVariantIsAScenarioThatSaysWhatItIs() {
        for (String name : Scenarios.variants()) {
            Scenario variant = Scenarios.variant(name);

            assertThat(variant.name()).isEqualTo(name);
            assertThat(variant.statement().description()).isNotEmpty();
            assertThat(variant.statement().expectations())
                    .allSatisfy(expectation -> assertThat(expectation.because()).isNotEmpty());
        }
    }

    @Test
    void theListOfVariantsNamesEveryFile() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/dev/lastack/scenario/variants"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(Scenarios.variants());
        }
    }

    @Test
    void twoMslAndOneTickShortDifferInOneKnob() {
        Scenario short_ = Scenarios.variant("one-tick-short");

        assertThat(short_.with(Map.of("time-wait", "2*msl")).sameModelAs(Scenarios.variant("two-msl")))
                .isTrue();
        assertThat(short_.a().timeWait().length())
                .isEqualTo(2 * short_.environment().msl() - 1);
    }

    private Scenario read(String name, String text) throws IOException {
        return Scenarios.read(write(name, text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
