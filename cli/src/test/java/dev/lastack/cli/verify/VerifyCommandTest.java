package dev.lastack.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import dev.lastack.cli.terminal.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutScenarioShowsWhatOneTickDecides() {
        Shell.Run run = verify();

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("one-tick-short violates no-old-fin in 12 steps")
                .contains("Replay: lastack replay " + folder.resolve("one-tick-short.no-old-fin.itf.json"))
                .contains("RFC 9293 read literally violates time-wait-kept and graceful (RFC 1337 §2:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-msl --claim drained | 0",
                "one-tick-short --claim drained | 1",
                "two-msl one-tick-short --claim drained | 1",
                "two-msl | 0",
                "two-msl --strict | 3",
                "two-msl --set data=0 --claim no-old-data | 0",
                "two-msl --set window=2 --claim no-old-data | 3",
                "two-msl --claim no-old-data --max-states 100 | 3",
                "one-tick-short --claim no-old-data | 0",
                "one-tick-short --claim no-old-data,drained | 1",
                "two-msl --claim drained --strict | 3",
                "two-msl --claim drained --max-states 100 | 3",
                "two-msl --claim drained --timeout 0s | 3",
                "two-msl --claim drained --lossy 64 | 3",
                "one-tick-short --claim drained --lossy 64 | 1",
                "two-msl --claim drained --expect documented --max-states 100 | 1",
                "one-tick-short --claim drained --expect violated | 0",
                "one-tick-short --claim drained --expect holds | 1",
                "one-tick-short --expect documented | 0",
                "two-msl one-tick-short --claim drained --expect holds | 1",
                "one-tick-short --claim drained --reduce none | 1",
                "two-msl --claim drained --reduce symmetry,ghosts | 0",
                "two-msl --claim drained --reduce symetry | 2",
                "two-msl --claim drained --reduce equal-segments | 2",
                "reboot-same-isn --set open=both --claim last-ack-resolves --reduce symmetry | 2",
            })
    void theExitCodeFollowsTheVerdicts(String arguments, int code) {
        Shell.Run run = verify(arguments.split(" "));

        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    }

    @Test
    void onlyTheScenariosOwnWordMakesAVacuousClaimHarmless() throws IOException {
        Path inheriting = Files.writeString(folder.resolve("inheriting.yaml"), "extends: two-msl\n");
        Path stating = Files.writeString(
                folder.resolve("stating.yaml"), "extends: two-msl\nexpect:\n  no-old-data: vacuous\n");
        Path wrong =
                Files.writeString(folder.resolve("wrong.yaml"), "extends: two-msl\nexpect:\n  no-old-data: holds\n");

        assertThat(verify(inheriting.toString(), "--claim", "no-old-data").code())
                .isEqualTo(3);
        Shell.Run run = verify(stating.toString(), "--claim", "no-old-data");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("vacuous  no-old-data (never put to the test)");
        assertThat(verify(stating.toString(), "--claim", "no-old-data,no-old-rst")
                        .code())
                .isEqualTo(3);
        assertThat(verify(wrong.toString(), "--claim", "no-old-data").code()).isEqualTo(3);
    }

    @Test
    void saysWhichReductionsWereInEffectIfAsked() {
        assertThat(verify("two-msl", "--claim", "drained", "--reduce", "none").out())
                .contains("reduced by: nothing");
        assertThat(verify("two-msl", "--claim", "drained", "--reduce", "all").out())
                .contains("reduced by: dead-variables, ghosts\n");
        assertThat(verify(
                                "bare-ack-echo",
                                "--set",
                                "open=both",
                                "--set",
                                "close=may",
                                "--claim",
                                "drained",
                                "--reduce",
                                "all")
                        .out())
                .contains("reduced by: dead-variables, ghosts, symmetry");
    }

    @Test
    void anInterruptionLeavesNothingDecided() {
        Interruption interruption = Interruption.onRequest();
        interruption.request();

        Shell.Run run = new Shell(interruption)
                .run("verify", "linux", "--claim", "no-old-fin", "--workers", "1", "-o", folder.toString());

        assertThat(run.code()).isEqualTo(130);
        assertThat(run.out()).contains("inconclusive").doesNotContain("holds");
    }

    @Test
    void aLossySearchSaysHowMuchItMayHaveMissedAndThatNothingHolds() {
        Shell.Run run = verify("two-msl", "--lossy", "40", "--claim", "safety,last-ack-resolves");

        assertThat(run.out())
                .contains("lossy storage", "expected to have been omitted")
                .doesNotContain("holds");
    }

    @Test
    void theDocumentDoesNotDependOnTheNumberOfWorkers() {
        String one = withoutSeconds(verify("one-tick-short", "--format", "json", "--workers", "1", "--seed", "7"));
        String two = withoutSeconds(verify("one-tick-short", "--format", "json", "--workers", "2", "--seed", "7"));

        assertThat(two).isEqualTo(one);
    }

    @Test
    void theDocumentIsAsDescribed() throws IOException {
        Shell.Run run = verify("one-tick-short", "--claim", "drained,no-old-data", "--format", "json", "--seed", "7");

        String printed = withoutSeconds(run)
                .replace(folder.toString(), "lastack-out")
                .replaceAll("\"lastack\" : \"[^\"]*\"", "\"lastack\" : \"0.1.0\"");
        String page = Files.readString(Path.of("..", "docs", "verify-json.md"));
        assertThat(page).contains(printed.strip());
    }

    @Test
    void quietStillPrintsTheCoverageThatWasAskedFor() {
        Shell.Run run = new Shell().run("verify", "two-msl", "-q", "--coverage", "-o", folder.toString());

        assertThat(run.out().lines()).hasSizeGreaterThan(1);
        assertThat(run.out()).contains("never taken: ");
    }

    @Test
    void helpOfACommandIsItsHelp() {
        assertThat(new Shell().run("help", "verify").code()).isZero();
        assertThat(new Shell().run("help", "verify").out())
                .isEqualTo(new Shell().run("verify", "--help").out());
        assertThat(new Shell().run("show", "--help").out().replaceAll("\\s+", " "))
                .contains("ladder, svg, html, mermaid, plantuml, pcapng, junit; default: ladder");
    }

    @Test
    void theMarkdownReportExpectsWhatTheScenarioDocuments() throws IOException {
        Path page = folder.resolve("x.md");
        new Shell()
                .run(
                        "verify",
                        "one-tick-short",
                        "-q",
                        "--claim",
                        "no-old-fin",
                        "--report",
                        "md=" + page,
                        "-o",
                        folder.toString());

        assertThat(Files.readString(page)).contains("| `no-old-fin` | ✅ violated | violated |");
    }

    @Test
    void sarifNamesTheFileOfAVariant() throws IOException {
        Path log = folder.resolve("x.sarif");
        new Shell()
                .run(
                        "verify",
                        "one-tick-short",
                        "-q",
                        "--claim",
                        "no-old-fin",
                        "--report",
                        "sarif=" + log,
                        "-o",
                        folder.toString());

        Matcher uri = Pattern.compile("\"uri\" : \"([^\"]*)\"").matcher(Files.readString(log));
        assertThat(uri.find()).isTrue();
        assertThat(Path.of("..").resolve(uri.group(1))).isRegularFile();
    }

    @Test
    void quietIsOneLineForEachScenario() {
        Shell.Run run = verify("two-msl", "one-tick-short", "--quiet", "--expect", "documented");

        assertThat(run.out().lines()).hasSize(2).first().asString().startsWith("two-msl: 10 holds, 3 vacuous");
    }

    @Test
    void violationsCanBeReplayedAndDrawn() throws IOException {
        assertThat(verify("one-tick-short", "--claim", "drained").code()).isEqualTo(1);
        String file = folder.resolve("one-tick-short.drained.itf.json").toString();
        Path picture = folder.resolve("drained.svg");

        Shell.Run replay = new Shell().run("replay", file);
        Shell.Run show = new Shell().run("show", file, "--format", "svg", "-o", picture.toString());

        assertThat(replay.code()).isZero();
        assertThat(replay.out()).contains("confirmed: one-tick-short violates drained in 8 steps");
        assertThat(show.code()).isZero();
        assertThat(Files.readString(picture)).contains("<svg");
    }

    @Test
    void aTamperedTraceIsRefusedWithItsFirstStepThatDoesNotFit() throws IOException {
        verify("one-tick-short", "--claim", "drained");
        Path file = folder.resolve("one-tick-short.drained.itf.json");
        Files.writeString(file, Files.readString(file).replace("2*msl-1", "2*msl"));

        Shell.Run run = new Shell().run("replay", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("does not fit").hasLineCount(1);
    }

    @Test
    void reportsAreWrittenBesideTheResults() throws IOException {
        List<String> names = List.of("junit", "sarif", "md");
        for (String name : names) {
            verify("one-tick-short", "--claim", "drained", "--report", name + "=" + folder.resolve("report." + name));
            assertThat(Files.readString(folder.resolve("report." + name))).contains("drained");
        }
    }

    @Test
    void anUnexpectedVerdictIsShownBesideTheExpectedOne() throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("mine.yaml"), "extends: two-msl\nmsl: 2\ntime-wait: 0\nexpect:\n  drained: holds\n");
        Shell.Run run = verify(scenario.toString(), "--claim", "drained", "--expect", "documented");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("expected: holds");
    }

    private Shell.Run verify(String... arguments) {
        String[] command = new String[arguments.length + 3];
        command[0] = "verify";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        command[arguments.length + 1] = "-o";
        command[arguments.length + 2] = folder.toString();
        return new Shell().run(command);
    }

    private static String withoutSeconds(Shell.Run run) {
        return run.out().replaceAll("\"seconds\" : [0-9.E-]+", "\"seconds\" : 0.5");
    }
}
