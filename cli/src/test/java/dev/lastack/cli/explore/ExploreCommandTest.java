package dev.lastack.cli.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import dev.lastack.cli.terminal.Interruption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreCommandTest {

    @TempDir
    private Path folder = Path.of("");

    /** The command with these lines on its standard input. */
    private static Shell.Run withInput(String lines, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        try {
            return new Shell().run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aRunWalkedInTheTerminalReplaysAndIsGoneOnFrom() throws IOException {
        Path found = folder.resolve("found.itf.json");
        Shell.Run first = withInput("v no-old-fin\nw " + found + "\n", "explore", "one-tick-short", "--tty");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(new Shell().run("replay", found.toString()).out())
                .contains("confirmed: one-tick-short violates no-old-fin in 12 steps");

        Path half = folder.resolve("half.itf.json");
        Shell.Run second = withInput("r\nw " + half + "\n", "explore", "--tty", "--from", found + "#step=6");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).contains("Step 6, t=1").contains("Step 7, t=1");
        assertThat(new Shell().run("replay", half.toString()).out())
                .contains("confirmed: one-tick-short does this in 7 steps");
        assertThat(new Shell().run("show", half.toString()).out())
                .startsWith("one-tick-short does this in 7 steps, 1 tick.");
        assertThat(withInput("", "explore", "--tty", "--from", half.toString()).out())
                .contains("Step 7, t=1");

        Shell.Run explained = new Shell().run("explain", half.toString());
        assertThat(explained.code()).isEqualTo(2);
        assertThat(explained.err()).isEqualTo("lastack: " + half + ": its run names no claim to explain\n");
    }

    @Test
    void theSeedDecidesTheRandomSteps() {
        String[] command = {"explore", "rfc9293", "--tty", "--seed", "7"};
        assertThat(withInput("x\nc\n", command)).isEqualTo(withInput("x\nc\n", command));
    }

    @Test
    void thePageIsServedUntilInterrupted() throws Exception {
        Interruption interruption = Interruption.onRequest();
        CompletableFuture<Shell.Run> running =
                CompletableFuture.supplyAsync(() -> new Shell(interruption).run("explore", "one-tick-short"));
        Thread.sleep(1000);
        assertThat(running).isNotDone();
        interruption.request();
        Shell.Run run = running.get(30, TimeUnit.SECONDS);
        assertThat(run.code()).as(run.err()).isEqualTo(130);
        assertThat(run.out()).containsPattern("^Open http://127\\.0\\.0\\.1:\\d+/#token=[0-9a-f]{32}\n");
    }

    @Test
    void whatCannotBeIsRefusedInOneLine() throws IOException {
        Path trace = folder.resolve("run.itf.json");
        withInput("1\nw " + trace + "\n", "explore", "one-tick-short", "--tty");
        refused("--from: step 2 is not in the run, which has 1 steps", "--from", trace + "#step=2");
        refused("no-such.itf.json", "--from", folder.resolve("no-such.itf.json").toString());
        refused("the trace file names its scenario; leave out 'two-msl'", "two-msl", "--from", trace.toString());
        refused("no-such-scenario", "no-such-scenario");
        refused("--port: 70000 is not in the range 0..65535", "--port", "70000");
        Files.writeString(trace, Files.readString(trace).replace("\"label\":\"A CLOSE\"", "\"label\":\"A OPEN\""));
        refused("step 1 does not fit", "--from", trace.toString());
        try (ServerSocket taken = new ServerSocket(0)) {
            refused("on 127.0.0.1 cannot be used", "--port", Integer.toString(taken.getLocalPort()));
        }
    }

    private static void refused(String words, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "explore";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Shell.Run run = withInput("", command);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains(words);
    }
}
