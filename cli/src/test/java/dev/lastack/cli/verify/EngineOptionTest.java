package dev.lastack.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code verify} says of the hull, and which engine it asks. */
class EngineOptionTest {

    private static final String ANY_CAPACITY =
            "two-msl --set loss=unlimited --set duplication=unlimited --set capacity=unlimited ";

    @TempDir
    private Path folder = Path.of("");

    private Shell.Run verify(String arguments) {
        List<String> words = new ArrayList<>(List.of("verify", "-o", folder.toString()));
        words.addAll(List.of(arguments.split(" ")));
        return new Shell().run(words.toArray(String[]::new));
    }

    @Test
    void aRunOfAnyCapacityIsReplayedAtTheOneThatItNeeds() {
        Shell.Run run = verify(ANY_CAPACITY + "--claim no-replay,rfc-edges");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "violated  no-replay  in 16 steps",
                        "(up to 3 in flight)",
                        "holds  rfc-edges; for any capacity, loss, duplication and reordering",
                        "1,041 host values, ")
                .doesNotContain(" states, ");
        Shell.Run replayed = new Shell()
                .run("replay", folder.resolve("two-msl.no-replay.itf.json").toString());
        assertThat(replayed.code()).as(replayed.err()).isZero();
    }

    @Test
    void thePlainEngineSpeaksOfItsCapacity() {
        Shell.Run run = verify("two-msl --claim rfc-edges --engine plain");

        assertThat(run.out()).contains("holds  rfc-edges; within capacity 2").doesNotContain("host values");
    }

    @ParameterizedTest
    @CsvSource({
        "two-msl --claim rfc-edges --strict, 0",
        "two-msl --claim rfc-edges --strict --engine plain, 3",
        "two-msl --claim drained --strict, 3",
        "two-msl --claim rfc-edges --engine hull, 0",
        "two-msl --claim drained --engine hull, 3",
        "smoltcp --claim rfc-edges --engine hull, 2",
        "two-msl --claim rfc-edges --engine hull --dir levels, 2",
        "two-msl --claim last-ack-resolves --engine hull, 2",
        "two-msl --engine hulk, 2"
    })
    void theExitCodeFollowsWhatTheEngineDecides(String arguments, int code) {
        Shell.Run run = verify(arguments);

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    }

    @Test
    void theHullSaysWhyItDecidesNothing() {
        assertThat(verify("smoltcp --claim rfc-edges --engine hull").err())
                .contains("smoltcp", "the hull decides none of these claims here: durations are real times")
                .doesNotContain("\tat ");
    }

    /** Steps are counted by the plain search, whether a claim needs it or not. */
    @Test
    void coverageNeedsThePlainSearch() {
        assertThat(verify(ANY_CAPACITY + "--set incarnations=1 --claim rfc-edges --coverage")
                        .out())
                .contains("never taken: ", " host values, ", " states, ");
    }
}
