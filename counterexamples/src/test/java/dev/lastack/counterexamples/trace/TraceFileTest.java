package dev.lastack.counterexamples.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Golden;
import dev.lastack.counterexamples.fixture.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFileTest {

    private static final String TEXT = TraceFile.text(Runs.oldFin());

    @TempDir
    private Path folder;

    @Test
    void looksAsDocumented() throws IOException {
        Golden.check("old-fin.itf.json", TEXT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isReadBackAsWritten() {
        for (Counterexample run : new Counterexample[] {Runs.oldFin(), Runs.lastAckForEver(), Runs.finWait2ForEver()}) {
            Path file = folder.resolve("deep/run.itf.json");
            TraceFile.write(file, run);
            TraceFile trace = TraceFile.read(file);
            assertThat(trace.states()).isEqualTo(run.states());
            assertThat(trace.claim()).isEqualTo(run.claim());
            assertThat(trace.loopStart()).isEqualTo(run.loopStart());
            assertThat(trace.scenario().environment()).isEqualTo(run.scenario().environment());
            assertThat(trace.scenario().a()).isEqualTo(run.scenario().a());
            assertThat(trace.scenario().b()).isEqualTo(run.scenario().b());
            assertThat(file.getParent()).isDirectoryNotContaining("glob:**.partial");
        }
    }

    @Test
    void statesEveryKnob() {
        Map<String, String> knobs = WholeScenario.knobs(Runs.oldFin().scenario());
        assertThat(knobs).containsEntry("A.time-wait", "2*msl-1").containsEntry("loss", "none");
        assertThat(knobs).containsEntry("A.open", "active").containsEntry("B.open", "listen");
        assertThat(knobs).containsEntry("sequence-space", "unbounded").doesNotContainKey("tick");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lastack-trace\": 1     | \"lastack-trace\": 2     | version 2 of the format",
                "\"format\": \"ITF\"      | \"format\": \"XML\"      | /#meta/format: expected \"ITF\"",
                "\"A.window\": \"3\"      | \"A.window\": \"many\"   | window",
                "\"A.window\": \"3\",     |                          | the knob A.window is missing",
                "\"sndNxt\":1             | \"sndNxt\":\"1\"         | /sndNxt: expected an integer",
                "\"sndNxt\":1             | \"sndNxt\":4294967296    | /sndNxt: expected an integer of 32 bits",
                "\"FIN-WAIT-1\"           | \"FIN-WAIT-3\"           | is no state of RFC 9293",
                "\"FIN,ACK\"              | \"ACK,FIN\"              | is no set of control bits",
                "\"index\":3              | \"index\":4              | /states/3/#meta/index: expected 3",
                "\"vars\": [\"A\",        | \"vars\": [              | /vars: expected",
                "\"claim\":               | \"claims\":              | unknown field \"claims\"",
                "\"claim\":               | \"scenario\":            | no JSON",
            })
    void isRefusedWithFileAndPlace(String found, String changed, String complaint) {
        assertThat(TEXT).contains(found);
        String tampered = TEXT.replaceFirst(java.util.regex.Pattern.quote(found), changed == null ? "" : changed);
        assertThatThrownBy(() -> TraceFile.parse("run.itf.json", tampered))
                .isInstanceOf(TraceFileException.class)
                .hasMessageStartingWith("run.itf.json: ")
                .hasMessageContaining(complaint)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void bigIntegersAreUnderstood() {
        String big = TEXT.replaceFirst("\"sndNxt\":1,", "\"sndNxt\":{\"#bigint\":\"1\"},");
        assertThat(TraceFile.parse("big", big).states()).isEqualTo(Runs.oldFin().states());
        assertThat(Itf.integer((1L << 53) - 1).toString()).isEqualTo("9007199254740991");
        assertThat(Itf.integer(-(1L << 53)).toString()).isEqualTo("{\"#bigint\":\"-9007199254740992\"}");
    }

    @Test
    void whatIsNoTraceFileIsRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path garbage = Files.write(folder.resolve("garbage"), new byte[10 << 20]);
        Path latin = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xe9, 'a'});
        refused(empty, "it is empty");
        refused(garbage, "no JSON");
        refused(latin, "not UTF-8");
        refused(folder, "it is a directory");
        refused(folder.resolve("missing"), "there is no such file");
    }

    private static void refused(Path file, String complaint) {
        assertThatThrownBy(() -> TraceFile.read(file))
                .isInstanceOf(TraceFileException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint);
    }

    @Test
    void nothingIsLeftBehindWhereNothingCanBeWritten() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));
        assertThatThrownBy(() -> TraceFile.write(occupied.resolve("run.itf.json"), Runs.oldFin()))
                .isInstanceOf(TraceFileException.class);
        assertThatThrownBy(() -> TraceFile.write(folder, Runs.oldFin())).hasMessageContaining("it is a directory");
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    /** The system says there that no such file exists, which is true of every file that is to be written. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereTheSystemMakesNoFilesThatIsSaid() {
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/proc/lastack/run"), new byte[1]))
                .isInstanceOf(TraceFileException.class)
                .hasMessageMatching(
                        "/proc/lastack/run: cannot be written: (nothing can be made in /proc|permission denied)");
    }
}
