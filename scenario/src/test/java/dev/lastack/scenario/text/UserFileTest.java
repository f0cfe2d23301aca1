package dev.lastack.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class UserFileTest {

    @TempDir
    Path folder;

    @Test
    void regularFilesUpToTheLimitAreReadWhole() throws IOException {
        Path file = Files.write(folder.resolve("full"), new byte[1 << 20]);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(UserFile.read(file, "a test", 1)).hasSize(1 << 20);
        assertThat(UserFile.read(link, "a test", 1)).hasSize(1 << 20);
    }

    @Test
    void largerFilesAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);

        assertRefused(file, "is larger than 1 MiB, which is too large for a test");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pipesAndDevicesAreRefusedWithoutBeingOpened() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();

        assertRefused(pipe, "is a pipe or a device, not a test");
        assertRefused(Path.of("/dev/zero"), "is a pipe or a device, not a test");
        assertRefused(
                Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero")),
                "is a pipe or a device, not a test");
    }

    @Test
    void foldersAndMissingFilesAreRefused() {
        assertRefused(folder, "is a directory, not a test");
        assertThatThrownBy(() -> UserFile.read(folder.resolve("none"), "a test", 1))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> UserFile.read(file, "a test", 1))
                .isInstanceOfSatisfying(
                        UnsuitableFileException.class,
                        refused -> assertThat(refused.getReason()).isEqualTo(reason));
    }
}
