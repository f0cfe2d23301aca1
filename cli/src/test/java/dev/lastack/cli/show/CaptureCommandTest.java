package dev.lastack.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes, forms and complaints of {@code lastack capture}, on captures of the live kernel. */
class CaptureCommandTest {

    private static final Path KERNEL = Path.of("..", "capture/src/test/resources/dev/lastack/capture/kernel");

    private final Shell shell = new Shell();

    private static String capture(String name) {
        return KERNEL.resolve(name + ".pcap").toString();
    }

    @ParameterizedTest
    @CsvSource({"four-way,0", "half-close,0", "tw-reuse,1", "challenge,3", "last-ack,1"})
    void theExitCodeSaysWhetherAClaimIsBroken(String name, int code) {
        Shell.Run run = shell.run("capture", capture(name), "--stack", "linux");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void withoutAStackTheLengthOfTimeWaitIsNotKnown() {
        assertThat(shell.run("capture", capture("tw-reuse")).code()).isEqualTo(3);
        assertThat(shell.run("capture", capture("tw-reuse"), "--A", "1s").code())
                .isZero();
    }

    @Test
    void theTextShowsStatesTimeWaitAndTheLadder() {
        String text =
                shell.run("capture", capture("tw-reuse"), "--stack", "linux").out();

        assertThat(text)
                .contains("20 TCP segments in 2 connections")
                .contains("10.77.0.1:40000 → 10.77.0.2:7000 [2]: A closed first")
                .contains("TIME-WAIT: A, entered between")
                .contains("✗ port-reused-in-time-wait, proven by the capture")
                .contains("├─────────────── #11 [2] SYN seq=0 ───────────────▶│");
    }

    @Test
    void drawingsAndReportsAreWrittenBesideTheText(@TempDir Path folder) throws IOException {
        Path svg = folder.resolve("x.svg");
        Path html = folder.resolve("x.html");
        Path mermaid = folder.resolve("x.mmd");
        Path ladder = folder.resolve("x.txt");
        Path junit = folder.resolve("x.xml");
        Path sarif = folder.resolve("x.sarif");
        Path markdown = folder.resolve("x.md");
        List<String> arguments = new ArrayList<>(List.of("capture", capture("tw-reuse"), "--stack", "linux"));
        arguments.addAll(List.of("--draw", "svg=" + svg, "--draw", "html=" + html, "--draw", "mermaid=" + mermaid));
        arguments.addAll(List.of("--draw", "ladder=" + ladder, "--report", "junit=" + junit));
        arguments.addAll(List.of("--report", "sarif=" + sarif, "--report", "md=" + markdown));

        assertThat(shell.run(arguments.toArray(String[]::new)).code()).isEqualTo(1);

        assertThat(svg).content().startsWith("<svg ").contains("#12 [2] SYN,ACK seq=0 ack=1", "SYN-RECEIVED");
        assertThat(html).content().contains("<figure id=\"finding-1\">", "port-reused-in-time-wait");
        assertThat(mermaid).content().contains("  A->>B: +2.697533 #35;11 [2] SYN seq=0");
        assertThat(ladder).content().contains("✗ │◀───────── #12 [2] SYN,ACK seq=0 ack=1");
        assertThat(junit)
                .content()
                .contains("tests=\"1\" failures=\"1\" errors=\"0\"", "name=\"port-reused-in-time-wait\"");
        assertThat(sarif).content().contains("\"ruleId\" : \"port-reused-in-time-wait\"", "\"level\" : \"error\"");
        assertThat(markdown).content().contains("| `port-reused-in-time-wait` | ❌ violated | holds |");
    }

    @Test
    void explainSendsACaptureHere() {
        refused("this is a packet capture; use: lastack capture", "explain", capture("unread"));
    }

    @Test
    void jsonHasTheSame() {
        String json = shell.run("capture", capture("tw-reuse"), "--stack", "60s", "--format", "json")
                .out();

        assertThat(json).contains("\"situation\" : \"port-reused-in-time-wait\"", "\"certainty\" : \"proven\"");
    }

    @Test
    void aFilterChoosesConnections() {
        assertThat(shell.run("capture", capture("tw-reuse"), "--filter", "port=1")
                        .out())
                .contains("0 connections");
        assertThat(shell.run("capture", capture("tw-reuse"), "--filter", "time=2.6..", "--filter", "host=10.77.0.2")
                        .code())
                .isZero();
    }

    @Test
    void badInputIsOneLineAndCodeTwo(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("x.pcap"), "no capture");
        refused("octet 0: the magic number is 6e6f2063; expected", "capture", text.toString());
        refused("does not exist", "capture", folder.resolve("y.pcap").toString());
        refused("is a directory", "capture", folder.toString());
        refused("--filter x: expected host=ADDRESS", "capture", capture("unread"), "--filter", "x");
        refused("--taken-at x: expected A, B, both or the IP", "capture", capture("unread"), "--taken-at", "x");
        refused("--draw: there is no form 'png'", "capture", capture("unread"), "--draw", "png=x");
        refused("--report: there is no report 'x'", "capture", capture("unread"), "--report", "x=y");
        refused(
                "--stack linus: expected a time (60s) or one of linux",
                "capture",
                capture("unread"),
                "--stack",
                "linus");
    }

    private void refused(String words, String... arguments) {
        Shell.Run run = shell.run(arguments);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains(words);
    }
}
