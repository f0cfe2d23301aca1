package dev.lastack.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import dev.lastack.probe.Probe;
import dev.lastack.probe.measurement.MeasuredStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exit codes, forms and complaints of {@code lastack probe}, on what was measured of a kernel once. */
class ProbeCommandTest {

    private static final String MEASURED = "../probe/src/test/resources/dev/lastack/probe/linux-6.18.json";

    private final Shell shell = new Shell();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theVariantAgreesWithTheKernel() {
        Shell.Run run = shell.run("probe", "linux", "--from", MEASURED);

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Linux 6.18")
                .containsPattern("time-wait +2\\*msl +60\\.\\d s +agrees\n")
                .contains("Not observable:\n", "Steps on which the stack and the variant part:\n")
                .doesNotContain("DIFFERS");
    }

    @Test
    void aWrongKnobIsExitCode1() {
        Shell.Run run = shell.run("probe", "linux", "--from", MEASURED, "--set", "time-wait.rst=ignore");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).containsPattern("time-wait\\.rst +ignore +as-elsewhere or exact +DIFFERS\n");
    }

    @Test
    void whatCouldNotBeMeasuredIsExitCode3() throws IOException {
        Path incomplete = folder.resolve("incomplete.json");
        String text = Files.readString(Path.of(MEASURED));
        Files.writeString(
                incomplete,
                text.replace("default | TIME_WAIT\"", "x\"")
                        .replace("\"failures\": {}", "\"failures\": {\"default | TIME_WAIT\": \"it rained\"}"));

        Shell.Run run = shell.run("probe", "linux", "--from", incomplete.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).containsPattern("time-wait +2\\*msl +not measured: it rained +not measured\n");
    }

    @Test
    void jsonSaysTheSame() {
        Shell.Run run = shell.run("probe", "linux", "--from", MEASURED, "--set", "isn=random", "--format", "json");
        JsonNode report = JsonMapper.shared().readTree(run.out());

        assertThat(run.code()).isEqualTo(1);
        assertThat(report.get("version").asInt()).isEqualTo(1);
        assertThat(report.get("knobs")
                        .valueStream()
                        .filter(row -> row.get("verdict").asString().equals("differs")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("knob").asString()).isEqualTo("isn");
                    assertThat(row.get("stated").asString()).isEqualTo("random");
                    assertThat(row.get("measured").asString()).isEqualTo("monotonic");
                });
        assertThat(report.get("sysctls").get("tcp_fin_timeout").asString()).isEqualTo("60");
        assertThat(report.get("differences").size()).isPositive();
    }

    @Test
    void lwipAgreesWithItsVariantButForAWrongKnob() {
        String measured = MEASURED.replace("linux-6.18", "lwip-2.1.3");

        assertThat(shell.run("probe", "lwip", "--from", measured).code()).isZero();
        assertThat(shell.run("probe", "lwip", "--from", measured, "--set", "time-wait.rst=exact")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void walksAreWrittenAsScripts() throws IOException {
        Path scripts = folder.resolve("scripts");

        assertThat(shell.run("probe", "linux", "--from", MEASURED, "--scripts", scripts.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(scripts.resolve("linux-1.pkt")))
                .startsWith("// ")
                .contains("\n// measured: ", "\n+0 listen(3, 1) = 0\n");
    }

    @Test
    void whatIsSavedIsComparedAgain() throws IOException {
        Path saved = folder.resolve("saved.json");

        assertThat(shell.run("probe", "linux", "--from", MEASURED, "--save", saved.toString())
                        .code())
                .isZero();
        assertThat(JsonMapper.shared().readTree(Files.readString(saved)))
                .isEqualTo(JsonMapper.shared().readTree(Files.readString(Path.of(MEASURED))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        probe freebsd                              | expected one of [LINUX, LWIP]
        probe                                      | STACK
        probe linux --from no/such/file            | no/such/file
        probe linux --from ../pom.xml              | --from ../pom.xml: is not what --save writes
        probe lwip --from ../probe/src/test/resources/dev/lastack/probe/linux-6.18.json | is of linux
        probe linux --scripts ../pom.xml --from ../probe/src/test/resources/dev/lastack/probe/linux-6.18.json | --scripts ../pom.xml: is a file
        probe linux --set msll=1                   | there is no knob 'msll'
        probe linux --set time-wait.rst=x          | 'x' is not a valid value
        """)
    void badInputIsOneLine(String command, String problem) {
        Shell.Run run = shell.run(command.split(" ", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains(problem);
    }

    @Test
    void aMachineWithoutNamespacesIsRefusedInOneLine() {
        Assumptions.assumeTrue(Probe.obstacle(MeasuredStack.LINUX).isPresent());
        Shell.Run run = shell.run("probe", "linux");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).startsWith("lastack: linux: ");
    }
}
