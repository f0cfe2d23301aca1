package dev.lastack.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer compiler sees what Java 17 does not, such as a documentation comment that no declaration follows. */
@Tag("peers")
class NewerCompilerTest {

    private static final int NEWER = 25;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void warnsOfNothing() throws IOException, InterruptedException {
        Optional<Path> compiler = compiler();
        assumeTrue(compiler.isPresent(), "no JDK " + NEWER + " is installed");
        List<String> words = new ArrayList<>(List.of("-cp", quoted(System.getProperty("java.class.path"))));
        for (Source source : Source.ofMain()) {
            if (source.module().equals("spark")) {
                continue; // The classes of Spark are those of a cluster, and not on this class path.
            }
            Path root = Path.of("..", source.module(), "src", "main", "java");
            words.add(quoted(root.resolve(source.path()).toString()));
        }
        Path arguments = Files.write(folder.resolve("arguments"), words);
        Process javac = new ProcessBuilder(
                        compiler.orElseThrow().toString(),
                        "-Xlint:all,-processing,-serial,-classfile",
                        "-proc:none",
                        "--release",
                        "17",
                        "-d",
                        folder.resolve("classes").toString(),
                        "@" + arguments)
                .redirectErrorStream(true)
                .start();
        String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(javac.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\") + '"';
    }

    /** The first compiler of version 25 or later under the usual folder of a Linux system. */
    private static Optional<Path> compiler() throws IOException, InterruptedException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(all)) {
            for (Path home : homes) {
                Path compiler = home.resolve("bin/javac");
                if (Files.isExecutable(compiler) && version(compiler) >= NEWER) {
                    return Optional.of(compiler);
                }
            }
        }
        return Optional.empty();
    }

    private static int version(Path compiler) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(compiler.toString(), "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return Runtime.Version.parse(said.replace("javac", "").strip()).feature();
    }
}
