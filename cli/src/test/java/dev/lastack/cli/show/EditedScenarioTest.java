package dev.lastack.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trace states all that a replay needs, but its reader has the scenario file before his eyes. */
class EditedScenarioTest {

    @TempDir
    private Path folder = Path.of("");

    private Path scenario = Path.of("");
    private String trace = "";

    @BeforeEach
    void aTraceFromAFile() throws IOException {
        scenario = Files.writeString(folder.resolve("mine.yaml"), "extends: one-tick-short\nwindow: 2\n");
        Shell.Run run = new Shell()
                .run(
                        "verify",
                        scenario.toString(),
                        "--claim",
                        "drained",
                        "--set",
                        "duplication=0",
                        "-o",
                        folder.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        trace = folder.resolve("mine.drained.itf.json").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "show", "explain"})
    void anEditIsSaidInOneLine(String command) throws IOException {
        Files.writeString(scenario, "extends: one-tick-short\nwindow: 1\nmsl: 2\nA.isn: constant\nloss: 1\n");

        Shell.Run run = new Shell().run(command, trace);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isNotEmpty();
        assertThat(run.err())
                .isEqualTo("lastack: " + scenario + " has changed since this trace was written:"
                        + " A.isn was random and is constant, A.window was 2 and is 1, B.window was 2 and is 1, and 2"
                        + " more; the replay uses the values in the trace\n");
    }

    @Test
    void neitherAKnobOfTheCommandLineNorACommentIsAnEdit() throws IOException {
        Files.writeString(scenario, "# A comment.\nextends: one-tick-short\ndescription: mine\nwindow: 2\n");

        assertThat(new Shell().run("replay", trace).err()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsNoEdit() throws IOException {
        Files.delete(scenario);

        Shell.Run run = new Shell().run("replay", trace);

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theTextOfAFileThatIsNoScenarioIsNotShown() throws IOException {
        Files.writeString(scenario, "password: hunter2\n");

        assertThat(new Shell().run("replay", trace).err())
                .isEqualTo("lastack: " + scenario
                        + " has changed since this trace was written: it is no longer a valid scenario\n");
    }

    @Test
    void aFormulaThatWasEditedIsNamed() throws IOException {
        Files.writeString(scenario, "extends: two-msl\nloss: unlimited\nltl: {mine: '[] A.state == CLOSED'}\n");
        new Shell().run("verify", scenario.toString(), "--claim", "mine", "-o", folder.toString());
        Files.writeString(scenario, "extends: two-msl\nloss: unlimited\nltl: {mine: '[] B.state == CLOSED'}\n");

        assertThat(new Shell()
                        .run("replay", folder.resolve("mine.mine.itf.json").toString())
                        .err())
                .contains("the formula mine was [] A.state == CLOSED and is [] B.state == CLOSED;");
    }
}
