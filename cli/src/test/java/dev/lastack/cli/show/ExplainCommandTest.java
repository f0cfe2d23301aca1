package dev.lastack.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path trace = Path.of("");

    @BeforeEach
    void find() {
        new Shell().run("verify", "one-tick-short", "--claim", "no-old-fin", "-q", "-o", folder.toString());
        trace = folder.resolve("one-tick-short.no-old-fin.itf.json");
    }

    @Test
    void tellsTheRulesTheEventsAndWhatWouldHavePreventedIt() {
        Shell.Run run = new Shell().run("explain", trace.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("RFC 9293 §3.10")
                .contains("What the network and the users had to do")
                .contains("The fewest that violate no-old-fin: overtaking")
                .contains("time-wait: 2*msl")
                .contains("isn: monotonic");
    }

    @Test
    void whatCannotBeDecidedInTimeIsSaidToBeOpen() {
        Shell.Run run = new Shell().run("explain", trace.toString(), "--timeout", "1ms");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Not decided within the limits");
    }

    @Test
    void theTraceOfAnotherScenarioIsRefused() throws IOException {
        String other = Files.readString(trace).replaceAll("(\"A?\\.?time-wait\"\\s*:\\s*)\"[^\"]*\"", "$1\"9\"");
        assertThat(other).isNotEqualTo(Files.readString(trace));
        Files.writeString(trace, other);

        Shell.Run run = new Shell().run("explain", trace.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void whatIsNoTraceIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "hello");

        assertThat(new Shell().run("explain", text.toString()).code()).isEqualTo(2);
        assertThat(new Shell().run("explain", folder.toString()).code()).isEqualTo(2);
        assertThat(new Shell().run("explain", "none.itf.json").code()).isEqualTo(2);
    }
}
