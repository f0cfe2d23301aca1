package dev.lastack.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Shell.Run simulate(String... arguments) {
        List<String> words = new ArrayList<>(List.of("simulate", "-o", folder.toString()));
        words.addAll(List.of(arguments));
        return new Shell().run(words.toArray(String[]::new));
    }

    private Path trace(String name) {
        return folder.resolve(name + ".itf.json");
    }

    @Test
    void oneRunIsDrawnAndCanBeReplayed() {
        Shell.Run run = simulate("two-msl", "--steps", "12", "--seed", "5");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("two-msl: 1 random run, 12 steps, seed 5\n")
                .contains("two-msl does this in 12 steps")
                .contains("· ends in step 12: A is in ")
                .contains("Random runs prove nothing");
        Shell.Run replayed =
                new Shell().run("replay", trace("two-msl.simulated").toString());
        assertThat(replayed.code()).as(replayed.err()).isZero();
        assertThat(replayed.out()).contains("confirmed: two-msl does this in 12 steps");
    }

    @Test
    void aSeedGivesTheSameRunsAndTheSameTrace() throws IOException {
        Shell.Run first = simulate("one-tick-short", "--runs", "30", "--seed", "9");
        String trace = Files.readString(trace("one-tick-short.simulated"));
        Shell.Run again = simulate("one-tick-short", "--runs", "30", "--seed", "9");

        assertThat(again).isEqualTo(first);
        assertThat(Files.readString(trace("one-tick-short.simulated"))).isEqualTo(trace);
        assertThat(simulate("one-tick-short", "--runs", "30", "--seed", "10").out())
                .isNotEqualTo(first.out());
    }

    @Test
    void aBrokenClaimHasItsTraceAndTheExitCodeOne() {
        Shell.Run run = simulate("one-tick-short", "--runs", "60", "--seed", "3", "--claim", "drained");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("drained  put to the test in ").contains(", violated in ");
        Shell.Run replayed = new Shell()
                .run("replay", trace("one-tick-short.simulated.drained").toString());
        assertThat(replayed.code()).as(replayed.err()).isZero();
        assertThat(replayed.out()).contains("one-tick-short violates drained");
    }

    @Test
    void aRunUntilAStateEndsThere() {
        Shell.Run run = simulate("two-msl", "--until", "A.state == TIME-WAIT", "--runs", "40");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("reached the state").contains("✓ A.state == TIME-WAIT in step ");
        assertThat(new Shell()
                        .run("replay", trace("two-msl.simulated").toString())
                        .out())
                .contains("two-msl reaches A.state == TIME-WAIT");
        Shell.Run never = simulate("two-msl", "--until", "A.state == CLOSING");
        assertThat(never.code()).isEqualTo(3);
    }

    @Test
    void weightsDecideHowLikelyAKindOfStepIs() throws IOException {
        Path weights = Files.writeString(folder.resolve("weights.yaml"), "A.close: 0\ntick: 2\n");

        Shell.Run run = simulate("two-msl", "--runs", "50", "--weights", weights.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("A was in ESTABLISHED in 50.").doesNotContain("FIN-WAIT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tock: 2 | 1:1: there is no kind of step 'tock'; one of: open, send,",
                "tock: 2 | did you mean 'tick'?",
                "C.tick: 2 | there is no kind of step 'C.tick'",
                "tick: many | 1:7: tick: 'many' is no weight; a whole number from 0 to 1000000",
                "tick: -1 | tick: '-1' is no weight",
                "tick: 1000001 | tick: '1000001' is no weight",
            })
    void wrongWeightsAreRefused(String text, String complaint) throws IOException {
        Path weights = Files.writeString(folder.resolve("weights.yaml"), text);

        Shell.Run run = simulate("two-msl", "--weights", weights.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(complaint);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void weightsWithWhichNoStepCanBeTakenAreRefused() throws IOException {
        String none = Weights.names().stream().map(kind -> kind + ": 0\n").collect(Collectors.joining());
        Path weights = Files.writeString(folder.resolve("weights.yaml"), none);

        Shell.Run run = simulate("two-msl", "--weights", weights.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("lastack: " + weights + ": every kind of step has the weight 0, so no step can be taken\n");
        Files.writeString(weights, none + "B.tick: 1\n");
        assertThat(simulate("two-msl", "--weights", weights.toString()).code()).isZero();
    }

    /** Durations are rounded up to ticks, and only verify says what a run in ticks is worth at the real ones. */
    @Test
    void aRunInTicksProvesNoViolationAtRealDurations() {
        Shell.Run run = simulate(
                "one-tick-short",
                "--set",
                "msl=60s",
                "--set",
                "rto=60s",
                "--set",
                "time-wait=60s",
                "--runs",
                "60",
                "--claim",
                "drained");

        assertThat(run.out()).contains("Durations are rounded to ticks");
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
    }

    @Test
    void theStatisticsAreThereAsJson() {
        Shell.Run run = simulate("one-tick-short", "--runs", "60", "--seed", "3", "--format", "json");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"version\" : 1")
                .contains("\"runs\" : 60")
                .contains("\"id\" : \"drained\"")
                .contains("one-tick-short.simulated.drained.itf.json");
    }
}
