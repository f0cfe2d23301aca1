package dev.lastack.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a file is said in one line that begins with its place. */
class BadInputTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "msl: 2\\ntme-wait: 3 | :2:1: there is no knob 'tme-wait'; did you mean 'time-wait'?",
                "A.tme-wait: 3 | :1:1: there is no knob 'tme-wait'; did you mean 'time-wait'?",
                "expects: {} | :1:1: there is no knob 'expects'; did you mean 'expect'?",
                "qwerty: 1 | :1:1: there is no knob 'qwerty'; 'lastack knobs' lists them",
                "capacity: 99 | :1:11: capacity: '99' is too large; expected unlimited, or a whole number from 1 to 16",
                "msl: -1 | :1:6: msl: '-1' is not a valid value; expected at least 1 tick: a number of ticks, a"
                        + " multiple of msl (2*msl-1), or real time (200ms, 60s, 2min)",
                "msl: 2*msl | :1:6: msl: cannot be a multiple of itself",
                "msl: 99999999999999 | :1:6: msl: '99999999999999' is too large; expected at least 1 tick",
                "window: 9\\n"
                        + "sequence-space: 16 | :1:9: A.window: 9 is larger than half the sequence space of 16; at most 8",
                "sequence-space: 6 | :1:17: sequence-space: '6' is not a valid value; expected unbounded, or a power"
                        + " of two from 4 to 65536",
                "sequence-space: unbounded\\n"
                        + "B.isn: random | :2:8: B.isn: random and clock(n) need a finite sequence-space, which is set to"
                        + " unbounded",
                "rto: 3..2 | :1:6: A.rto: the least gap, 3 ticks, is more than the greatest, 2",
                "msl: 2\\n"
                        + "time-wait: 60s | :1:6: msl: is in ticks while other durations are real; give msl in real time"
                        + " too, or the length of a tick (tick: 1s)",
                "tick: 0s | :1:7: tick: '0s' is not a valid value; expected real time (200ms, 60s, 2min)",
                "msl: [1, 2] | :1:6: a list has no meaning in a scenario",
                "msl: {a: 1} | :1:6: msl: expected a single value, found a mapping",
                "msl: | :1:5: msl: has no value",
                "hello | :1:1: expected knobs and their values (msl: 2), found a single value",
                "msl: 1\\nrto: 1\\nmsl: 2 | :3:1: msl: is said twice, first in line 1",
                "A.rto: 1\\nA: {rto: 2} | :2:5: A.rto: is said twice, under A and by itself",
                "msl: &x 1\\nrto: *x | :1:6: anchors and aliases are not read here; use extends to share settings",
                "A: {rto: {a: {b: {c: 1}}}} | is nested too deeply for a scenario",
                "msl: 1\\n---\\nmsl: 2 | :2:1: a second document; a file has one scenario",
                "A: {msl: 1} | :1:5: A.msl: msl is not a host's own; write it without 'A.'",
                "msl: '1 | is not well-formed YAML: ",
                "msl: 1\\n\\trto: 2 | is not well-formed YAML: ",
                "msl: 1\\n rto: 2 | is not well-formed YAML: ",
                "msl: \\u0000 | is not well-formed YAML: ",
                "expect: {no-old-fin: hold} | :1:22: no-old-fin: 'hold' is not one of: holds, violated, vacuous,"
                        + " inconclusive; did you mean 'holds'?",
                "expect: {no-old-fin: {because: x}} | :1:10: no-old-fin: has no verdict",
                "expect: {no-old-fin: {verdict: holds, why: x}} | :1:39: no-old-fin: 'why' is neither verdict nor"
                        + " because",
                "expect: all | :1:9: expect: expected a mapping of names to values",
                "extends: linx | :1:10: there is no file linx, and no variant of that name; did you mean 'linux'?",
                "A: linx | :1:4: there is no file linx, and no variant of that name; did you mean 'linux'?",
                "extends: \"a\\u0000b\" | is not well-formed YAML: ",
                "extends: \"a\\0b\" | :1:10: 'a\\u0000b' cannot be the name of a file",
                "extends: /dev/zero | :1:10: /dev/zero is a pipe or a device, not a scenario file",
                "description: \"a\\e[2J\"\\nmsl: \"\\e]0;x\\a\" | :2:6: msl: '\\u001b]0;x\\u0007' is not a valid value",
                "ltl: {../x: '[] true'} | :1:7: the claim name '../x' has '.' as character 1; allowed are ASCII"
                        + " letters, digits, '_' and '-', the first a letter, digit or '_'",
                "ltl: {a/b: '[] true'} | :1:7: the claim name 'a/b' has '/' as character 2;",
                "ltl: {\"a\\0b\": '[] true'} | :1:7: the claim name 'a\\u0000b' has '\\u0000' as character 2;",
                "ltl: {a.b: '[] true'} | has '.' as character 2;",
                "ltl: {'': '[] true'} | :1:7: the claim name is empty",
            })
    void isToldInOneLineWithItsPlace(String text, String complaint) throws IOException {
        String content = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0000", "\u0000");

        String message = complaintAbout(content.getBytes(StandardCharsets.UTF_8));

        String file = folder.toString();
        assertThat(message.replace(file + "/", "")).startsWith("bad.yaml:").contains(complaint);
    }

    @Test
    void namesOfFilesAndClaimsAreShortAndSafe() throws IOException {
        String name = "a".repeat(81);

        assertThat(complaintAbout(("ltl: {" + name + ": '[] true'}").getBytes(StandardCharsets.UTF_8)))
                .contains(":1:7: the claim name 'aaaa", "has 81 characters; at most 80 are allowed");
        assertThat(complaintAbout(Files.writeString(folder.resolve(name + ".yaml"), "msl: 1\n")))
                .contains("has 81 characters");
        for (String unsafe : List.of("a:b", "a$b", "a\nb", "a\u001bb", "-a", "größe")) {
            assertThat(complaintAbout(Files.writeString(folder.resolve(unsafe + ".yaml"), "msl: 1\n")))
                    .startsWith(Escape.line(folder.resolve(unsafe + ".yaml").toString()))
                    .contains(": the scenario name '", " as character ", "; allowed are ASCII letters, digits, '.',");
        }
        assertThat(complaintAbout(Files.writeString(folder.resolve("..yaml"), "msl: 1\n")))
                .contains("the scenario name '.' has '.' as character 1");
        assertThat(catchThrowable(() -> Scenario.builder("../x").build())).isInstanceOf(ScenarioException.class);
        assertThat(Scenarios.read(Files.writeString(folder.resolve("my stack 1.2+x.yaml"), "msl: 1\n"))
                        .name())
                .isEqualTo("my stack 1.2+x");
    }

    @Test
    void theTextOfAFileOutsideTheFolderIsNotShown() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.yaml"), "password: hunter2\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path extending = Files.writeString(inner.resolve("a.yaml"), "extends: ../outside.yaml\n");
        Files.createSymbolicLink(inner.resolve("link.yaml"), outside);
        Path linking = Files.writeString(inner.resolve("b.yaml"), "msl: 1\nA: link.yaml\n");

        assertThat(complaintAbout(outside)).contains("there is no knob 'password'");
        assertThat(complaintAbout(extending))
                .startsWith(extending + ":1:10: " + outside + " is not a valid scenario; it is outside the folder of ")
                .doesNotContain("password", "hunter2");
        assertThat(complaintAbout(linking)).contains("b.yaml:2:4: ").doesNotContain("password", "hunter2");
        assertThat(complaintAbout(inner.resolve("link.yaml"))).doesNotContain("password", "hunter2");
        Files.writeString(outside, "msl: 3\n");
        assertThat(Scenarios.read(extending).environment().msl()).isEqualTo(3);
    }

    /** Also those that only show when all values are known; a line that sets both hosts is named once. */
    @Test
    void valuesThatDoNotFitEachOtherAreAllTold() throws IOException {
        String text = "sequence-space: 16\nwindow: 9\nrto: 3\nB.rto.backoff: exponential(2)\n";

        Path file = Files.writeString(folder.resolve("bad.yaml"), text);

        assertThat(catchThrowable(() -> Scenarios.read(file)))
                .hasMessageMatching("(?s)\\S*:2:9: A\\.window: 9 is larger than half [^\n]*\n"
                        + "\\S*:4:\\d+: B\\.rto\\.backoff: its cap, 2 ticks, is less [^\n]*");
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        assertThat(complaintAbout(new byte[0])).endsWith("bad.yaml: is empty");
        assertThat(complaintAbout("# nothing\n".getBytes(StandardCharsets.UTF_8)))
                .endsWith("bad.yaml: is empty");
    }

    @Test
    void hugeFilesAreRefusedUnread() throws IOException {
        assertThat(complaintAbout(new byte[10 << 20]))
                .endsWith("is larger than 1 MiB, which is too large for a scenario file");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        String deep = "a: " + "{a: ".repeat(100_000);

        assertThat(complaintAbout(deep.getBytes(StandardCharsets.UTF_8))).contains("is nested too deeply");
    }

    @Test
    void otherEncodingsAreRefusedWhereTheyBegin() throws IOException {
        byte[] latin1 = "msl: 1\n# gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(complaintAbout(latin1)).endsWith("bad.yaml:2:5: is not UTF-8 text");
    }

    @Test
    void directoriesAndMissingFilesAreRefused() {
        assertThat(complaintAbout(folder)).endsWith(" is a directory, not a scenario file");
        assertThat(complaintAbout(folder.resolve("none.yaml")))
                .contains("there is no file")
                .endsWith("none.yaml, and no variant of that name");
    }

    @Test
    void circlesAreNamed() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "extends: b.yaml\n");
        Files.writeString(folder.resolve("b.yaml"), "A: a.yaml\n");

        String message = complaintAbout(folder.resolve("a.yaml"));

        assertThat(message.replace(folder + "/", ""))
                .isEqualTo("b.yaml:1:4: extends goes in a circle: a.yaml → b.yaml → a.yaml");
    }

    @Test
    void sharedBasesAreReadOnce() throws IOException {
        Files.writeString(folder.resolve("0.yaml"), "msl: 1\n");
        for (int i = 1; i <= 40; i++) {
            String base = (i - 1) + ".yaml";
            Files.writeString(folder.resolve(i + ".yaml"), "extends: " + base + "\nA: " + base + "\nB: " + base + "\n");
        }

        assertThat(Scenarios.read(folder.resolve("40.yaml")).environment().msl())
                .isEqualTo(1);
    }

    private String complaintAbout(byte[] content) throws IOException {
        return complaintAbout(Files.write(folder.resolve("bad.yaml"), content));
    }

    private static String complaintAbout(Path file) {
        Throwable complaint = catchThrowable(() -> Scenarios.read(file));
        assertThat(complaint).isInstanceOf(ScenarioException.class);
        String message = String.valueOf(complaint.getMessage());
        assertThat(message).doesNotContain("\n").hasSizeLessThan(600);
        return message;
    }
}
