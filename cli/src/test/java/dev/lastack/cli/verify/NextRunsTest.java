package dev.lastack.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextRunsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachNextRunIsDrawnAndWrittenAndCanBeReplayed() {
        Shell.Run run = new Shell()
                .run(
                        "verify",
                        "one-tick-short",
                        "--set",
                        "capacity=2",
                        "--claim",
                        "drained",
                        "--next",
                        "--next",
                        "-o",
                        folder.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("Run 2 that violates drained:").contains("Run 3 that violates drained:");
        for (String name : List.of("drained", "drained.2", "drained.3")) {
            Shell.Run replayed = new Shell().run("replay", trace(name).toString());
            assertThat(replayed.code()).as(name + replayed.err()).isZero();
        }
        Shell.Run compared = new Shell()
                .run("diff", trace("drained").toString(), trace("drained.2").toString());
        assertThat(compared.code()).isEqualTo(1);
    }

    @Test
    void quietlyEachNextRunIsALine() {
        Shell.Run run = verify("--next");

        assertThat(run.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("one-tick-short: 1 violated; "),
                        second -> assertThat(second)
                                .matches("one-tick-short: run 2 violates drained in \\d+ steps; .* replay "
                                        + trace("drained.2")));
    }

    @Test
    void explainFindsTheSameRunFromATraceFile() throws Exception {
        verify("--next");
        String found = Files.readString(trace("drained.2"));
        Files.delete(trace("drained.2"));

        Shell.Run run = new Shell().run("explain", trace("drained").toString(), "--next");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Run 2 that violates drained:");
        assertThat(Files.readString(trace("drained.2"))).isEqualTo(found);
    }

    @Test
    void aClaimAboutWholeRunsHasNoNextRun() {
        new Shell().run("verify", "half-open-idle", "--claim", "half-open-heals", "-q", "-o", folder.toString());

        Shell.Run run = new Shell()
                .run(
                        "explain",
                        folder.resolve("half-open-idle.half-open-heals.itf.json")
                                .toString(),
                        "--timeout",
                        "1ms",
                        "--next");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--next: half-open-heals is about whole runs");
    }

    private Shell.Run verify(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "verify",
                "one-tick-short",
                "--set",
                "capacity=2",
                "--claim",
                "drained",
                "-q",
                "-o",
                folder.toString()));
        words.addAll(List.of(more));
        return new Shell().run(words.toArray(String[]::new));
    }

    private Path trace(String name) {
        return folder.resolve("one-tick-short." + name + ".itf.json");
    }
}
