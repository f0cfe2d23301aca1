package dev.lastack.cli.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdviseCommandTest {

    private static final String FIGURES = "advise --stack two-msl --msl 60s --loss none -o ";

    @TempDir
    private Path folder = Path.of("");

    private Shell.Run run(String more) {
        String gaps = more.contains("--rto") ? "" : " --rto 60s";
        return new Shell().run((FIGURES + folder + gaps + more).split(" "));
    }

    @Test
    void safeIsExitCode0AndSaysWhyAndWhatWasCovered() {
        Shell.Run run = run(" --time-wait 180s --budget 30s");

        assertThat(run.code()).as(run.err()).isEqualTo(0);
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("Safe, where no octets are sent and at most ")
                .contains("with a TIME-WAIT of 180s no old segment disturbs the next connection.")
                .contains(
                        "Least safe TIME-WAIT found, where retransmissions are 60s apart and no octets are sent: 180s,"
                                + " in steps of 60s; 60s is unsafe.")
                .contains("at most 156.8 new")
                .contains("What was covered:")
                .contains("all there are")
                .contains("A formula, not the checker's word");
    }

    /** One tick short old segments do disturb the next connection, but nothing cuts TIME-WAIT short. */
    @Test
    void safeByOtherClaimsSaysNothingAboutTheNextConnection() {
        Shell.Run run = run(" --time-wait 60s --claim time-wait-kept --budget 10s");

        assertThat(run.code()).as(run.err()).isEqualTo(0);
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("Safe, where no octets are sent")
                .contains("with a TIME-WAIT of 60s nothing violates time-wait-kept."
                        + " Whether old segments disturb the next connection was not asked.");
    }

    @Test
    void unsafeIsExitCode1AndShowsTheRunAtRealTimesAndOtherWays() throws IOException {
        Shell.Run run = run(" --time-wait 100s");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("Unsafe: with a TIME-WAIT of 100s, no-old-")
                .contains("t in real time")
                .contains("2MSL timer fires")
                .contains("safe          initial sequence numbers that only grow")
                .contains("not decided   timestamps");
        Path trace = folder.resolve(
                run.out().replaceAll("(?s).*Replay: lastack replay \\S*/", "").strip());
        assertThat(Files.exists(trace)).isTrue();
        assertThat(new Shell().run("replay", trace.toString()).code()).isZero();
    }

    @Test
    void aLimitReachedIsNotDecidedAndExitCode3() {
        Shell.Run run = run(" --time-wait 180s --budget 1ms");

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.out()).startsWith("Not decided: ");
    }

    @Test
    void aPartOfTheQuestionIsNotSafeAndExitCode3() {
        Shell.Run run = run(" --rto 200ms..60s --time-wait 180s --budget 10s");

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        String text = run.out().replaceAll("\\s+", " ");
        assertThat(text)
                .startsWith("Safe for a part of what you asked, where retransmissions are ")
                .containsPattern("Retransmissions from 200ms to below \\d+m?s apart are not decided.")
                .containsPattern("Least safe TIME-WAIT found, where retransmissions are \\d+m?s(..60s)? apart");
    }

    @Test
    void gapsShorterThanEveryTickAreNotDecidedAndNothingElseIsSaidOfThem() {
        Shell.Run run = run(" --rto 200ms..1s --time-wait 120s");

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("Not decided: every gap between retransmissions (200ms..1s) is shorter than the finest tick"
                        + " that is tried, an eighth of the MSL (7500ms).")
                .doesNotContain("Least safe", "cannot be explored");
    }

    @Test
    void asJson() {
        Shell.Run run = run(" --time-wait 60s --format json --ports 1000");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        JsonNode answer = JsonMapper.builder().build().readTree(run.out());
        assertThat(answer.get("decision").asString()).isEqualTo("unsafe");
        assertThat(answer.get("leastSafeSeconds").asDouble()).isEqualTo(180);
        assertThat(answer.get("greatestUnsafeSeconds").asDouble()).isEqualTo(60);
        assertThat(answer.get("price").get("connectionsPerSecond").asDouble()).isCloseTo(16.7, Offset.offset(0.1));
        assertThat(answer.get("remedies").size()).isGreaterThan(3);
        assertThat(Path.of(answer.get("trace").asString())).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--msl 60 | --msl: '60' is not a real time above zero",
                "--rto 2s..1s | --rto: '2s..1s': its least gap is more than its greatest",
                "--time-wait 4 | time-wait: 4 is in ticks",
                "--time-wait soon | time-wait: 'soon' is not a valid value",
                "--loss some | loss: 'some' is not a valid value; expected none, unlimited, or a whole number up to 15",
                "--stack linx | did you mean 'linux'?",
                "--claim no-old-fn | did you mean 'no-old-fin'?",
                "--ports 0 | --ports: '0' is not from 1 to 65535",
                "--budget 5 | '5' is not a time",
                "--workers 0 | --workers: 0 is too few; at least 1",
                "--set tme-wait=1s | did you mean 'time-wait'?",
            })
    void badInputNamesTheFlagTheValueAndTheRange(String flags, String complaint) {
        Shell.Run run = new Shell().run(("advise " + flags).split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(complaint);
        assertThat(run.err().lines()).hasSize(1);
    }
}
