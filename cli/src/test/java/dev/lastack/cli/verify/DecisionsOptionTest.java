package dev.lastack.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A variant in Java on the command line. */
class DecisionsOptionTest {

    private static final String SOURCE = """
        package own;
        public final class Hurried extends dev.lastack.model.decisions.Decisions {
            @Override
            public int timeWaitTicks(dev.lastack.model.state.Tcb tcb) {
                return 1;
            }
        }
        """;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void forgetTheJars() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private Path jar() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/own")).resolve("Hurried.java");
        Files.writeString(source, SOURCE);
        Path classes = folder.resolve("classes");
        int code =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(code).isZero();
        Path jar = folder.resolve("own.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Files.createDirectory(zip.getPath("own"));
            Files.copy(classes.resolve("own/Hurried.class"), zip.getPath("own/Hurried.class"));
        }
        return jar;
    }

    private static Shell.Run run(List<String> words) {
        return new Shell().run(words.toArray(String[]::new));
    }

    @Test
    void theClassDecidesAndItsRunsAreReplayedWithIt() throws IOException {
        String jar = jar().toString();
        Path out = folder.resolve("out");
        Shell.Run checked = run(List.of(
                "verify",
                "two-msl",
                "-q",
                "--claim",
                "drained",
                "-o",
                out.toString(),
                "--decisions",
                jar + "#own.Hurried"));
        assertThat(checked.code()).as(checked.err()).isEqualTo(1);
        String trace = out.resolve("two-msl.drained.itf.json").toString();
        assertThat(checked.out()).contains("replay " + trace + " --jars " + jar);

        forgetTheJars();
        Shell.Run replayed = run(List.of("replay", trace, "--jars", jar));
        assertThat(replayed.code()).as(replayed.err()).isZero();
        assertThat(replayed.out()).contains("confirmed");

        forgetTheJars();
        Shell.Run alone = run(List.of("replay", trace));
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err()).contains("own.Hurried");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        two-msl --jars J                                    | --jars: name the class to use by --decisions
        --decisions own.Hurried --jars J                    | --decisions cannot be combined with no scenario: name one
        two-msl --decisions own.Hurried --jars J --next 1   | --decisions cannot be combined with --next
        two-msl --decisions own.Hurried --jars J --watch    | --decisions cannot be combined with --watch
        two-msl --decisions own.Hurried --engine zones      | --decisions cannot be combined with --engine zones
        two-msl --decisions own.Absent --jars J             | --decisions: there is no class 'own.Absent'; --jars names the jar
        two-msl --decisions own.Hurried                     | --decisions: there is no class 'own.Hurried'; --jars names the jar
        two-msl --decisions own.Hurried --jars absent.jar   | --jars: 'absent.jar' is no file
        two-msl --decisions absent.jar#own.Hurried          | --jars: 'absent.jar' is no file
        two-msl --decisions #own.Hurried                    | --decisions: '#own.Hurried' is not JAR#CLASS
        two-msl --decisions java.lang.String                | java.lang.String is no variant: it does not extend
        """)
    void whatCannotBeIsSaidInOneLine(String options, String complaint) throws IOException {
        List<String> words = new ArrayList<>(List.of("verify"));
        for (String word : options.split(" ", -1)) {
            words.add(word.equals("J") ? jar().toString() : word);
        }
        Shell.Run run = run(words);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(complaint).hasLineCount(1);
    }
}
