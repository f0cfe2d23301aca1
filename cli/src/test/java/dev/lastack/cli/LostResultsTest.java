package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.terminal.CheckedOutput;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out is printed whatever else fails, and what could not be written is said. */
class LostResultsTest {

    private static final String TRACE = "one-tick-short.drained.itf.json";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void aTraceThatCannotBeWrittenCostsNoVerdict(String format) throws IOException {
        Files.createDirectories(folder.resolve(TRACE));

        Shell.Run run = run("verify", "one-tick-short", "two-msl", "--claim", "drained", "--format", format);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("violated", "holds").doesNotContain(TRACE);
        assertThat(run.err())
                .isEqualTo("lastack: " + folder.resolve(TRACE) + ": cannot be written: it is a directory\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aReportThatCannotBeWrittenCostsNoVerdict() {
        Shell.Run verify = run("verify", "two-msl", "--claim", "drained", "--report", "md=/dev/full");
        Shell.Run sweep = run("sweep", "--vary", "time-wait=2", "--claim", "drained", "--report", "md=/dev/full");
        Shell.Run packetdrill = new Shell().run("packetdrill", "none.pkt", "--report", "junit=/dev/full");

        for (Shell.Run run : List.of(verify, sweep, packetdrill)) {
            assertThat(run.err()).isEqualTo("lastack: /dev/full: cannot be written: No space left on device\n");
        }
        assertThat(verify.code()).isZero();
        assertThat(verify.out()).contains("holds");
        assertThat(sweep.code()).isZero();
        assertThat(sweep.out()).contains("Least time-wait");
        assertThat(packetdrill.code()).isEqualTo(2);
        assertThat(packetdrill.out()).contains("none.pkt: there is no such file");
    }

    @Test
    void aTableThatCannotBeWrittenCostsNoSweep() throws IOException {
        Files.createDirectories(folder.resolve("results.json"));
        Files.createDirectories(folder.resolve("sweep.html"));

        Shell.Run run = run("sweep", "--vary", "time-wait=1,2", "--claim", "drained", "-q");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Least time-wait").doesNotContain("sweep.html");
        assertThat(run.err().lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("cannot be written: it is a directory"));
        assertThat(folder.resolve("phase.svg")).exists();
    }

    @Test
    void aScenarioThatCannotBeCheckedCostsNoOtherItsVerdicts() throws IOException {
        Path levels = Files.createDirectories(folder.resolve("levels"));
        Files.writeString(levels.resolve("one-tick-short"), "a file where a folder is needed");

        Shell.Run run = run(
                "verify",
                "two-msl",
                "one-tick-short",
                "--claim",
                "drained",
                "--format",
                "json",
                "--dir",
                levels.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).contains("\"two-msl\"", "\"holds\"");
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(
            strings = {
                "verify linux -o /proc/x",
                "verify linux --report md=/proc/x/report.md",
                "sweep linux --vary time-wait=0..9 -o /proc/x",
                "sweep linux --vary time-wait=0..9 --report md=/proc/x/report.md",
                "advise -o /proc/x",
                "show none.itf.json -o /proc/x/drawing",
                "packetdrill none.pkt --report junit=/proc/x/report.xml"
            })
    void placesThatCannotBeWrittenAreRefusedBeforeAnythingIsComputed(String command) {
        Shell.Run run = new Shell().run(command.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .containsPattern(": cannot be written: (nothing can be made in /proc|there is no folder /proc/x)\n")
                .hasLineCount(1);
    }

    @Test
    void aProbeLeavesNothing() throws IOException {
        assertThat(run("verify", "two-msl", "--claim", "drained").code()).isZero();

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "verify --help",
                "variants",
                "variants linux",
                "claims",
                "knobs",
                "knobs --format schema",
                "generate-completion",
                "verify two-msl --claim drained",
                "verify two-msl --claim drained -q",
                "verify two-msl --claim drained --format json",
                "sweep --vary time-wait=2 --claim drained -q",
                "packetdrill none.pkt",
                "show TRACE",
                "show TRACE --format pcapng",
                "replay TRACE",
            })
    void resultsThatCannotBePrintedAreNoSuccess(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        if (words.remove("TRACE")) {
            run("verify", "one-tick-short", "--claim", "drained");
            words.add(1, folder.resolve(TRACE).toString());
        } else if (command.matches("(verify|sweep) .* .*")) {
            words.addAll(List.of("-o", folder.toString()));
        }
        String[] arguments = words.toArray(String[]::new);
        int usual = new Shell().run(arguments).code();

        Shell.Run full = into(failing("No space left on device"), arguments);
        Shell.Run left = into(failing("Broken pipe"), arguments);

        assertThat(full.code()).isEqualTo(4);
        assertThat(full.err()).isEqualTo("lastack: standard output cannot be written: No space left on device\n");
        assertThat(left.code()).isEqualTo(usual);
        assertThat(left.err()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessNoticesAFullDisk() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lastack.class.getName(),
                        "variants")
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(4);
        assertThat(said).isEqualTo("lastack: standard output cannot be written: No space left on device\n");
    }

    private Shell.Run run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("-o", folder.toString()));
        return new Shell().run(words.toArray(String[]::new));
    }

    private static Shell.Run into(OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(CheckedOutput.of(out), new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
        int code = Lastack.run(terminal, Interruption.onRequest(), arguments);
        return new Shell.Run(code, "", err.toString(StandardCharsets.UTF_8));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
