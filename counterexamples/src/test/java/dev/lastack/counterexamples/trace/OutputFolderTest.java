package dev.lastack.counterexamples.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFolderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../x", "..", ".", "", "a/../../x", "a/b", "/etc/x", "x/../../y"})
    void nothingIsWrittenOutside(String name) throws IOException {
        OutputFolder output = new OutputFolder(folder.resolve("out"));

        assertThatThrownBy(() -> output.write(name, new byte[1]))
                .isInstanceOf(TraceFileException.class)
                .hasMessageContaining("'" + name + "' leads out of this folder");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void relativeFoldersWorkToo() {
        assertThat(new OutputFolder(Path.of("")).file("x.json")).isEqualTo(Path.of("x.json"));
        assertThat(new OutputFolder(Path.of("a/../b")).file("x.json")).isEqualTo(Path.of("a/../b/x.json"));
    }

    @Test
    void aSymbolicLinkIsReplacedAndNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("x.json"), secret);

        new OutputFolder(folder).write("x.json", new byte[] {'a'});

        assertThat(Files.readString(secret)).isEqualTo("mine");
        assertThat(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceThatTheUserNamesIsWrittenAndNotReplaced() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("null"), Path.of("/dev/null"));
        Path full = Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));

        AtomicFile.write(link, new byte[1]);

        assertThat(link).isSymbolicLink();
        AtomicFile.requireWritable(full);
        assertThatThrownBy(() -> AtomicFile.write(full, new byte[1]))
                .isInstanceOf(TraceFileException.class)
                .hasMessage(full + ": cannot be written: No space left on device");
    }

    @Test
    void aProbeFindsWhatCannotBeWrittenAndLeavesNothing() throws IOException {
        new OutputFolder(folder.resolve("new/folder")).requireWritable();
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new OutputFolder(file).requireWritable())
                .isInstanceOf(TraceFileException.class)
                .hasMessageEndingWith("cannot be written: a file stands where a folder is needed");
    }
}
