package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import picocli.CommandLine;

/** What can be checked of a release without building one: the script does the rest when it builds. */
class ReleaseTest {

    private static final Path ROOT = Path.of("..");

    private int code;

    @Test
    @EnabledOnOs(OS.LINUX)
    void theScriptFillsInVersionOwnerAndAddresses() throws IOException, InterruptedException {
        assertThat(check("--version", "9.8.7", "--owner", "someone"))
                .contains("version 9.8.7, https://github.com/someone/lastack,")
                .contains("downloads at https://github.com/someone/lastack/releases/download/v9.8.7,");
        assertThat(code).isZero();

        assertThat(check(
                        "--version",
                        "9.8.7",
                        "--address",
                        "https://example.org/l",
                        "--downloads",
                        "https://example.org/d"))
                .contains("https://example.org/l, downloads at https://example.org/d,");
        assertThat(code).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theScriptRefusesWhatWouldNotFit() throws IOException, InterruptedException {
        assertRefused("--version: 'v1' is no version such as 0.2.0", "--version", "v1", "--owner", "someone");
        assertRefused("--owner: 'a/b' is no owner of a repository", "--version", "1.0.0", "--owner", "a/b");
        assertRefused("'http://a' is no https address", "--version", "1.0.0", "--address", "http://a");
        assertRefused("there is no option '--dry'", "--dry");
        assertRefused("--owner needs a value", "--owner");
    }

    private void assertRefused(String complaint, String... words) throws IOException, InterruptedException {
        assertThat(check(words)).isEqualTo("release: " + complaint + "\n");
        assertThat(code).isEqualTo(2);
    }

    private String check(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve(".ci/release").toString(), "--check"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        code = process.waitFor();
        return said;
    }

    /** Maven Central refuses a publication that lacks one of these. */
    @Test
    void thePomsSayWhatMavenCentralDemands() throws IOException {
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .contains(
                        "<url>${release.address}</url>", "<license>", "<developer>", "<scm ", "<developerConnection>");
        try (Stream<Path> folders = Files.list(ROOT)) {
            assertThat(folders.map(folder -> folder.resolve("pom.xml")).filter(Files::exists))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(pom -> assertThat(Files.readString(pom))
                            .contains("<name>lastack", "<description>", "<artifactId>maven-source-plugin"));
        }
    }

    /** The generator of man pages, which knows nothing of this process's terminal, makes every command. */
    @Test
    void theGeneratorOfManPagesCanMakeTheCommands() {
        CommandLine generated = new CommandLine(Lastack.class, new Commands());

        assertThat(generated.getSubcommands().keySet())
                .contains("verify", "sweep", "advise", "show", "replay", "explain", "capture", "generate-completion");
    }
}
