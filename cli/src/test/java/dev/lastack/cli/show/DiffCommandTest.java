package dev.lastack.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void find() {
        new Shell()
                .run(
                        "verify",
                        "one-tick-short",
                        "--set",
                        "capacity=2",
                        "--claim",
                        "drained,no-old-fin",
                        "-q",
                        "-o",
                        folder.toString());
    }

    private Path trace(String claim) {
        return folder.resolve("one-tick-short." + claim + ".itf.json");
    }

    @Test
    void equalRunsAreEqual() throws IOException {
        Path copy = Files.copy(trace("drained"), folder.resolve("copy.itf.json"));

        Shell.Run run = new Shell().run("diff", trace("drained").toString(), copy.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("equal: the same steps through the same states\n");
    }

    @Test
    void aRunThatGoesOnPartsWhereTheOtherEnds() {
        Shell.Run run = new Shell()
                .run("diff", trace("drained").toString(), trace("no-old-fin").toString());

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("   9 ≠ ")
                .contains("First difference: step 9. Left: the run is over: it violates drained. Right: A OPEN.")
                .contains("Left violates drained in step 8, and ends with A in CLOSED and B in LISTEN.")
                .contains("Right violates drained in step 8, no-old-fin in step 12, agreement in step 12,");
    }

    @Test
    void knobsThatDifferAreToldAndTheStateThatTheyChange() {
        Path other = folder.resolve("other");
        new Shell()
                .run(
                        "verify",
                        "one-tick-short",
                        "--set",
                        "capacity=2",
                        "--set",
                        "time-wait=0",
                        "--claim",
                        "drained",
                        "-q",
                        "-o",
                        other.toString());

        Shell.Run run = new Shell()
                .run(
                        "diff",
                        trace("drained").toString(),
                        other.resolve("one-tick-short.drained.itf.json").toString());

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("knob   A.time-wait: 2*msl-1 | 0").contains("First difference: ");
    }

    @Test
    void whatIsNoRunOfTheModelIsRefused() throws IOException {
        String text = Files.readString(trace("drained"));
        Path broken =
                Files.writeString(folder.resolve("broken.itf.json"), text.replaceFirst("\"TIME-WAIT\"", "\"CLOSING\""));

        Shell.Run run = new Shell().run("diff", trace("drained").toString(), broken.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(new Shell().run("diff", "none.itf.json", broken.toString()).code())
                .isEqualTo(2);
        assertThat(new Shell().run("diff", broken.toString()).code()).isEqualTo(2);
    }
}
