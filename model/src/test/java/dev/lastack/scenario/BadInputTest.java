package dev.lastack.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
                "capacity: 99 | :1:11: capacity: '99' is not one of: a whole number from 1 to 16",
                "msl: -1 | :1:6: msl: '-1' is not one of: from 1 tick up: a number of ticks, a multiple of msl (2*msl-1), or real time (200ms, 60s, 2min)",
                "msl: 2*msl | :1:6: msl: cannot be a multiple of itself",
                "msl: 99999999999999 | :1:6: msl: '99999999999999' is not one of: from 1 tick up",
                "window: 9\\nsequence-space: 16 | :1:9: A.window: 9 is larger than half the sequence space of 16; at most 8",
                "sequence-space: 6 | :1:17: sequence-space: '6' is not one of: unbounded, or a power of two from 4 to 65536",
                "sequence-space: unbounded\\nB.isn: random | :2:8: B.isn: random and clock(n) need a finite sequence-space, which is set to unbounded",
                "rto: 3..2 | :1:6: A.rto: the least gap, 3 ticks, is more than the greatest, 2",
                "msl: 2\\ntime-wait: 60s | :1:6: msl: is in ticks while other durations are real; give msl in real time too, or the length of a tick (tick: 1s)",
                "tick: 0s | :1:7: tick: '0s' is not one of: real time (200ms, 60s, 2min)",
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
                "expect: {no-old-fin: hold} | :1:22: no-old-fin: 'hold' is not one of: holds, violated, vacuous, inconclusive; did you mean 'holds'?",
                "expect: {no-old-fin: {because: x}} | :1:10: no-old-fin: has no verdict",
                "expect: {no-old-fin: {verdict: holds, why: x}} | :1:39: no-old-fin: 'why' is neither verdict nor because",
                "expect: all | :1:9: expect: expected a mapping of names to values",
                "extends: linx | :1:10: there is no file linx, and no variant of that name; did you mean 'linux'?",
                "A: linx | :1:4: there is no file linx, and no variant of that name; did you mean 'linux'?",
                "extends: \"a\\u0000b\" | is not well-formed YAML: ",
            })
    void isToldInOneLineWithItsPlace(String text, String complaint) throws IOException {
        String content = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0000", "\u0000");

        String message = complaintAbout(content.getBytes(StandardCharsets.UTF_8));

        String file = folder.toString();
        assertThat(message.replace(file + "/", "")).startsWith("bad.yaml:").contains(complaint);
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        assertThat(complaintAbout(new byte[0])).endsWith("bad.yaml: is empty");
        assertThat(complaintAbout("# nothing\n".getBytes(StandardCharsets.UTF_8)))
                .endsWith("bad.yaml: is empty");
    }

    @Test
    void hugeFilesAreRefusedUnread() throws IOException {
        assertThat(complaintAbout(new byte[10 << 20])).endsWith("is larger than 1 MiB; a scenario is a few lines");
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
        assertThat(complaintAbout(folder)).endsWith(" is a directory; name a scenario file");
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
