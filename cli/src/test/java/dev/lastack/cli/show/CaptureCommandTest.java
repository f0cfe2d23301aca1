package dev.lastack.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    @ParameterizedTest
    @CsvSource({
        "four-way",
        "simultaneous",
        "half-close",
        "unread",
        "last-ack",
        "reopened",
        "refused-in-time-wait",
        "old-fin",
        "assassination",
        "challenge",
        "fin-wait-2",
        "tw-reuse"
    })
    void everyKernelCaptureHasAScenario(String name, @TempDir Path folder) throws IOException {
        Path linux = folder.resolve("linux.yaml");
        Path unknown = folder.resolve("unknown.yaml");
        shell.run("capture", capture(name), "--stack", "linux", "--scenario", linux.toString());
        shell.run("capture", capture(name), "--scenario", unknown.toString());

        Scenario scenario = Scenarios.read(linux);
        assertThat(scenario.environment().msl()).isEqualTo(1);
        assertThat(scenario.a().timeWait().length()).isEqualTo(2);
        boolean stamped =
                !List.of("refused-in-time-wait", "old-fin", "assassination").contains(name); // tcp_timestamps was 0
        assertThat(scenario.a().numbers().timestamps()).isEqualTo(stamped);
        assertThat(Scenarios.read(unknown).a().timeWait().length()).isEqualTo(2);
        assertThat(Files.readAllLines(linux))
                .contains(
                        "# A is 10.77.0.1:40000, B is 10.77.0.2:7000.",
                        "# A tick is 30 s. Shorter times are rounded, so that a search ends.");
        assertThat(unknown).content().contains("# A tick is 120 s.");
    }

    @ParameterizedTest
    @CsvSource({
        "tw-reuse,time-wait-kept",
        "reopened,time-wait-kept",
        "assassination,time-wait-kept",
        "fin-wait-2,last-ack-clean"
    })
    void whatACaptureProvesIsPossibleInItsScenario(String name, String claim, @TempDir Path folder) {
        Path file = folder.resolve("x.yaml");
        assertThat(shell.run("capture", capture(name), "--stack", "linux", "--scenario", file.toString())
                        .code())
                .isEqualTo(1);

        List<String> arguments = new ArrayList<>(List.of("verify", file.toString(), "--claim", claim));
        arguments.addAll(List.of("--quiet", "--trace-dir", folder.resolve("out").toString()));
        Shell.Run run = shell.run(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    }

    @Test
    void theScenarioHasWhatWasObserved(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.yaml");
        shell.run("capture", capture("last-ack"), "--A", "60s", "--B", "10s", "--scenario", file.toString());

        assertThat(file)
                .content()
                .contains("  # segments were sent again 5 times, after 287.5 ms to 2.44 s\n  rto: 1\n")
                .contains("  # it closed after the peer\n  close: after-peer\n")
                .contains("# a FIN was not acknowledged until the capture ends\nloss: unlimited\n");
        Scenario scenario = Scenarios.read(file);
        assertThat(scenario.environment().msl()).isEqualTo(3);
        assertThat(scenario.a().timeWait().length()).isEqualTo(6);
        assertThat(scenario.b().timeWait().length()).isEqualTo(1);
    }

    @Test
    void aScenarioIsThatOfOneConnection(@TempDir Path folder) throws IOException {
        String other = Files.readString(Path.of(capture("four-way")), StandardCharsets.ISO_8859_1)
                .replace("\u009C@", "\u009CA"); // port 40001
        Path second = Files.writeString(folder.resolve("y.pcap"), other, StandardCharsets.ISO_8859_1);
        String file = folder.resolve("x.yaml").toString();
        String[] several = {"capture", capture("four-way"), second.toString(), "--scenario", file};
        refused("--scenario: there are connections between several pairs", several);
        refused(
                "--scenario: there is no connection",
                "capture",
                capture("four-way"),
                "--filter",
                "port=1",
                "--scenario",
                file);
        assertThat(Path.of(file)).doesNotExist();
        String one = "tuple=10.77.0.2:7000-10.77.0.1:40001";
        shell.run("capture", capture("four-way"), second.toString(), "--filter", one, "--scenario", file);
        assertThat(Path.of(file)).content().startsWith("# A is 10.77.0.1:40001, B is 10.77.0.2:7000.");
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
