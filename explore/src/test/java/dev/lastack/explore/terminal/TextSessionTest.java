package dev.lastack.explore.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.explore.Choices;
import dev.lastack.explore.Playground;
import dev.lastack.explore.Walks;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSessionTest {

    @TempDir
    private Path folder = Path.of("");

    private final Playground playground = Walks.oneTickShort();

    /** What is answered to these lines, and to the end of the input. */
    private String session(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TextSession(
                        playground,
                        Walks.searches(playground),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        () -> 1)
                .run(new BufferedReader(new StringReader(String.join("\n", lines))));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void numbersChooseAndUndoAndRedoGoBackAndForth() throws IOException {
        assertThat(session("1")).contains("Start, t=0").contains("Step 1, t=0").contains("A: ESTABLISHED → FIN-WAIT-1");
        String back = session("1", "1", "u", "u", "u", "r", "r", "r", "q", "1");
        assertThat(back.lines().filter(line -> line.matches("(> )?(Step|Start).*")))
                .containsExactly(
                        "Start, t=0",
                        "Step 1, t=0",
                        "Step 2, t=0",
                        "Step 1, t=0",
                        "Start, t=0",
                        "Step 1, t=0",
                        "Step 2, t=0");
        assertThat(back).contains("> this is the start\n").contains("> there is nothing to redo\n");
    }

    @Test
    void theReadmesRunIsFoundAndWritten() throws IOException {
        Path file = folder.resolve("run.itf.json");
        String text = session("v no-old-fin", "w " + file, "c");
        assertThat(text)
                .contains("Step 12, t=2")
                .contains("✗ violates no-old-fin: ")
                .contains("run.itf.json: written, 12 steps")
                .contains("s=" + playground.digest() + "&c=" + Walks.readmeChoices());
        assertThat(file).hasContent(Walks.readmeTrace().stripTrailing());
        assertThat(Files.readString(file)).isEqualTo(Walks.readmeTrace());
    }

    @Test
    void aLinkLeadsToItsState() throws IOException {
        Choices choices = Walks.readmeChoices().upTo(7);
        assertThat(session("g #s=" + playground.digest() + "&c=" + choices)).contains("Step 7, t=1");
        assertThat(session("g s=0123456789abcdef&c=" + choices)).contains("> the choices are of another scenario");
        assertThat(session("g 1.2")).contains("> step 1 of 2 is not possible there");
    }

    @Test
    void theOtherCommandsAnswer() throws IOException {
        assertThat(session("x")).containsPattern("Step \\d+, t=");
        assertThat(session("s A.state == TIME-WAIT", "l"))
                .contains("one-tick-short does this in ")
                .contains("TIME-WAIT [1] │");
        assertThat(session("1", "1", "1", "o")).containsAnyOf("No other run reaches this state", "Step 3, t=0");
        assertThat(session("?")).contains("shortest run from here that violates CLAIM");
    }

    @Test
    void whatIsNoCommandIsAnsweredByOneLine() throws IOException {
        assertThat(session("0")).endsWith("> '0' is no command and no step from 1 to 2; ? lists the commands\n> \n");
        assertThat(session("3")).contains("'3' is no command");
        assertThat(session("-1")).contains("'-1' is no command");
        assertThat(session("99999999999")).contains("is no command");
        assertThat(session("v nothing")).contains("> claim: 'nothing' is not in the list");
        assertThat(session("s <>A.gone")).contains("> state: ");
        assertThat(session("o")).contains("> the run has no step yet");
        assertThat(session("w")).contains("> w wants the name of a file");
        assertThat(session("w " + folder.resolve("no/such/folder/x")).lines().filter(line -> line.contains("no/such")))
                .hasSize(1);
        assertThat(session("g 1\u001b[31m")).doesNotContain("\u001b");
    }
}
