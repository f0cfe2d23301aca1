package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a command is said in one line on stderr; the exit code is 2 and stdout stays empty. */
class BadCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | a command is missing; one of: verify,",
                "verfy | lastack: there is no command 'verfy'; one of: verify,",
                "verfy | did you mean 'verify'?",
                "verify --wrkers 2 | there is no option '--wrkers'; did you mean '--workers'?",
                "verify linx | there is no file linx, and no variant of that name; did you mean 'linux'?",
                "verify two-msl --set tme-wait=3 | --set: there is no knob 'tme-wait'; did you mean 'time-wait'?",
                "verify two-msl --set capacity=99 | --set: capacity: '99' is too large; expected unlimited, or a whole"
                        + " number from 1 to 16",
                "verify two-msl --set window=3 | A.window: 3 is larger than half the sequence space of 4; at most 2",
                "verify two-msl --set sequence-space=unbounded | random and clock(n) need a finite sequence-space",
                "verify two-msl --set msl | Value for option '--set' (KNOB=VALUE) should be in KEY=VALUE format",
                "verify two-msl --claim no-old-fn | there is no claim 'no-old-fn'; did you mean 'no-old-fin'?",
                "verify two-msl --ltl [] | --ltl: column",
                "verify two-msl --ltl A.state=LAST-ACK | --ltl: column 8: '=' is no part of a formula; equality is"
                        + " written ==",
                "verify two-msl --ltl LAST-ACK | no atom 'LAST-ACK'; compare it, as in A.state == LAST-ACK; the atoms"
                        + " are",
                "verify two-msl --set msl=99999999999999 | --set: msl: '99999999999999' is too large; expected",
                "verify two-msl --set time-wait=99999999999h | --set: time-wait: '99999999999h' is too large",
                "verify two-msl --report md=no/such/folder/x.md | --report: no/such/folder/x.md: cannot be written:"
                        + " there is no folder",
                "verify two-msl --report md=a.md --report md=b.md | --report: md is given twice, 'a.md' and 'b.md'"
                        + " (see",
                "verify two-msl --set msl=1 --set isn=random --set msl=2 | --set: msl is given twice, '1' and '2'",
                "sweep --vary isn=random --set msl=1 --set msl=1 | --set: msl is given twice",
                "packetdrill x.pkt --set rto=1s --set rto=2s | --set: rto is given twice",
                "packetdrill x.pkt --report junit=no/such/folder/x.xml | there is no folder",
                "sweep two-msl --vary msl=1 --vary msl=2 | --vary: msl is varied twice",
                "advise --loss 2 --set loss=3 | --set: loss is also given by --loss; give it once",
                "advise --loss many | --loss: loss: 'many' is not a valid value",
                "advise --time-wait 4 | --time-wait: time-wait: 4 is in ticks",
                "advise --json | there is no option '--json'",
                "verfy | one of: verify, sweep, advise,",
                "verify two-msl --expect hold | 'hold' is not one of: documented, holds,",
                "verify two-msl --set msl=2 --expect documented | documents no verdicts to expect once --set changes"
                        + " a knob",
                "verify two-msl --workers 0 | --workers: 0 is too few; at least 1",
                "verify two-msl --lossy 8 | --lossy: 8 is not in the range 24..64",
                "verify two-msl --lossy 40 --dir levels | --lossy cannot be combined with --dir, which keeps every"
                        + " state",
                "verify two-msl --workers two | '--workers'",
                "verify two-msl --max-states none | 'none' is not a number of states, such as 250000 or 5M",
                "verify two-msl --max-memory 4x | '4x' is not an amount of memory, such as 512m or 8g",
                "verify two-msl --timeout 5 | '5' is not a time, such as 90s or 5min",
                "verify two-msl --format yaml | --format: 'yaml' is not one of: text, json (see",
                "verify two-msl --engine fast | --engine: 'fast' is not one of: auto, plain, hull, zones (see",
                "verify two-msl --color red | --color: 'red' is not one of: auto, always, never (see",
                "graph two-msl --quotient states | --quotient: 'states' is not one of: tcp-states (see",
                "verify two-msl --format | Missing required parameter for option '--format' (FORMAT)",
                "verify two-msl --reach A.gone --certificate x | --reach asks about a state; it goes with no --claim,",
                "verify two-msl --reach A.gone --next | --reach asks about a state; it goes with no --claim,",
                "verify two-msl --reach A.gone --coverage | --reach asks about a state; it goes with no --claim,",
                "verify two-msl --report jnit=x | there is no report 'jnit'; one of: junit, sarif, md; did you mean"
                        + " 'junit'?",
                "variants linx | there is no such variant; did you mean 'linux'?",
                "claims nonsense | lastack claims: there is no argument 'nonsense'",
                "knobs --format html | --format: 'html' is not one of: text, markdown, schema (see",
                "verify --watch x.yaml --certificate y | --watch goes with no --certificate",
                "show none.itf.json | cannot be read",
                "show . | it is a directory, not a trace file",
                "show x --format laddr | there is no form 'laddr'; one of: ladder, svg, html, mermaid, plantuml,"
                        + " pcapng, junit; did you mean 'ladder'?",
                "show x --host A | --host is about captures; it goes with --format pcapng (see",
                "show x --format pcapng --host C | --host: 'C' is not one of: A, B (see",
                "replay none.itf.json | cannot be read",
            })
    void isToldInOneLine(String command, String complaint) {
        refused(complaint, command.isEmpty() ? new String[0] : command.split(" "));
    }

    @Test
    void anEmptyNameIsNoFile() {
        refused("VARIANT|FILE: '' is no name", "verify", "");
        refused("FILE: '' is not the name of a file", "replay", "");
        refused("FILE: '' is not the name of a file", "show", "");
        refused("FILE: '' is not the name of a file", "explain", "");
    }

    @Test
    void aLongWordIsCut() {
        refused("a".repeat(50), "verify", "two-msl", "--workers", "a".repeat(500));
        assertThat(new Shell()
                        .run("verify", "two-msl", "--workers", "a".repeat(500))
                        .err())
                .contains("…")
                .doesNotContain("a".repeat(61));
    }

    @Test
    void allProblemsOfAFileAreToldInTheOrderOfItsLines() throws IOException {
        Path file = Files.writeString(
                folder.resolve("three.yaml"), "A.isn: randm\nmsl: many\nexpect:\n  no-old-fin: hold\n");

        Shell.Run run = new Shell().run("verify", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("three.yaml:1:8: isn: 'randm'"),
                        second -> assertThat(second).contains("three.yaml:2:6: msl: 'many'"),
                        third -> assertThat(third).contains("three.yaml:4:15: no-old-fin: 'hold'"));
    }

    @Test
    void aLineWithoutAColonIsBlamedItself() throws IOException {
        Path file = Files.writeString(folder.resolve("no-colon.yaml"), "msl: 2\nrto 3\nloss: 1\n");

        refused("no-colon.yaml:2:1: is not well-formed YAML", "verify", file.toString());
    }

    @Test
    void filesThatAreNoScenarios() throws IOException {
        Path circle = Files.writeString(folder.resolve("circle.yaml"), "extends: circle.yaml\n");
        refused("circle.yaml:1:10: extends goes in a circle", "verify", circle.toString());
        Path malformed = Files.writeString(folder.resolve("malformed.yaml"), "msl: 1\n rto: 2\n");
        refused("malformed.yaml:2:5: is not well-formed YAML", "verify", malformed.toString());
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        refused("empty.yaml: is empty", "verify", empty.toString());
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[10 << 20]);
        refused("/dev/zero is a pipe or a device, not a scenario file", "verify", "/dev/zero");
        refused("/dev/zero: it is a pipe or a device, not a trace file", "replay", "/dev/zero");
        refused(
                "/dev/zero: is a pipe or a device, not a table of results",
                "sweep",
                "--vary",
                "time-wait=2",
                "--skip-done",
                "/dev/zero");
        refused("/dev/zero is a pipe or a device, not a scenario file", "advise", "--stack", "/dev/zero");
        refused("is larger than 1 MiB", "verify", huge.toString());
        refused("is a directory", "verify", folder.toString());
        Path claim = Files.writeString(folder.resolve("claim.yaml"), "expect: {drainde: holds}\n");
        refused("claim.yaml:1:10: there is no claim 'drainde'; did you mean 'drained'?", "verify", claim.toString());
        Path formula = Files.writeString(folder.resolve("formula.yaml"), "ltl: {mine: '<> A.sate == CLOSED'}\n");
        refused("formula.yaml:1:13: mine: column 4: no atom", "verify", formula.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-old-fin", "last-ack-resolves", "safety", "all"})
    void aFormulaHasANameThatTheCatalogueDoesNotHave(String name) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), "ltl: {" + name + ": '<> A.state == CLOSED'}\n");

        int column = "ltl: {".length() + name.length() + ": ".length() + 1;
        String complaint = "own.yaml:1:" + column + ": " + name + ": the catalogue of claims has this name already";
        refused(complaint, "verify", file.toString());
        refused(complaint, "verify", file.toString(), "--claim", name);
    }

    @Test
    void placesThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        refused("cannot be written", "verify", "one-tick-short", "--claim", "drained", "-o", file.toString());
        refused(
                "cannot be written",
                "verify",
                "two-msl",
                "-q",
                "--report",
                "md=" + file.resolve("report.md"),
                "-o",
                folder.toString());
    }

    private static void refused(String complaint, String... command) {
        Shell.Run run = new Shell().run(command);

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(complaint).endsWith("\n");
        assertThat(run.err().lines()).hasSize(1);
    }
}
