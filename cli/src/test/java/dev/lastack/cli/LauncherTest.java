package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside a jar that is built, with Javas that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    private Path folder = Path.of("");

    private Path launcher = Path.of("");

    private String launchOptions = "";
    private int code;

    @BeforeEach
    void install() throws IOException {
        Path home = Files.createDirectories(folder.resolve("a home/cli/target")).resolve("../..");
        launcher = home.normalize().resolve("lastack");
        Files.copy(Path.of("..", "lastack"), launcher);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(home.resolve("cli/target/lastack.jar"));
    }

    @Test
    void passesItsArgumentsOn() throws IOException, InterruptedException {
        String said = run(launcher, java("17.0.9"), "verify", "two words");

        assertThat(said)
                .contains("[-cp] [" + folder.toRealPath()
                        + "/a home/cli/target/lastack.jar] [dev.lastack.cli.Lastack] [verify] [two words]");
    }

    @Test
    void tellsHowItWasCalledSoThatPrintedCommandsCanBePasted() throws IOException, InterruptedException {
        assertThat(run(launcher, java("17.0.9"), "verify")).contains("[-Dlastack.command=" + launcher + "]");
    }

    @Test
    void isNamedAsTheUserCalledItThroughThePath() throws IOException, InterruptedException {
        Path link = Files.createDirectories(folder.resolve("bin")).resolve("lastack");
        Files.createSymbolicLink(link, launcher);

        assertThat(run(link, java("17.0.9"), "verify")).contains("[-Dlastack.command=lastack]");
    }

    /** The build is not tried: without a JDK and Maven it would fail. */
    @Test
    void aJarNextToItIsUsedInsteadOfTheSources() throws IOException, InterruptedException {
        Path jar = Files.createFile(launcher.resolveSibling("lastack.jar"));
        Files.delete(launcher.resolveSibling("cli/target/lastack.jar"));
        Files.createFile(launcher.resolveSibling("pom.xml"));
        executable(folder.resolve("bin/mvn"), "echo 'a build'; exit 1");

        assertThat(run(launcher, java("17.0.9"), "verify"))
                .contains("[-cp] [" + jar.toRealPath() + "] [dev.lastack.cli.Lastack] [verify]")
                .doesNotContain("a build");
    }

    @Test
    void theRuntimeOfAReleaseIsUsedWithItsClasses() throws IOException, InterruptedException {
        Files.createFile(launcher.resolveSibling("lastack.jar"));
        Path runtime = Files.move(java("25.0.3"), launcher.resolveSibling("runtime"));
        Path classes =
                Files.createFile(Files.createDirectories(runtime.resolve("lib")).resolve("lastack.jsa"));

        assertThat(run(launcher, java("17.0.9"), "verify"))
                .startsWith("Java 25.0.3:")
                .contains("[-XX:SharedArchiveFile=" + classes.toRealPath() + "]");
    }

    /** Its verdicts would otherwise be in the step summary of the user's workflow. */
    @Test
    void theRunThatMakesTheArchiveOfClassesIsNotReported() throws IOException, InterruptedException {
        run(launcher, java("17.0.9"), "verify");

        assertThat(folder.resolve("archived")).hasContent("\n");
    }

    @Test
    void theFirstBuildNamesTheModuleThatItIsAt() throws IOException, InterruptedException {
        Path java = java("17.0.9");
        executable(java.resolve("bin/javac"), "exit 0");
        Files.delete(launcher.resolveSibling("cli/target/lastack.jar"));
        executable(
                folder.resolve("bin/mvn"),
                "echo '[INFO] Building lastack: checker 1.0 [2/6]'; touch '"
                        + launcher.resolveSibling("cli/target/lastack.jar") + "'");

        assertThat(run(launcher, java, "verify"))
                .contains("lastack: Building lastack: checker 1.0 [2/6]\n")
                .contains("[verify]");
    }

    @Test
    void aBuildThatFailsIsExitedWithItsErrors() throws IOException, InterruptedException {
        Path java = java("17.0.9");
        executable(java.resolve("bin/javac"), "exit 0");
        Files.delete(launcher.resolveSibling("cli/target/lastack.jar"));
        executable(folder.resolve("bin/mvn"), "echo '[ERROR] no such symbol'; exit 1");

        assertThat(run(launcher, java, "verify"))
                .contains("[ERROR] no such symbol", "the build failed")
                .doesNotContain("[verify]");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void isFoundThroughSymbolicLinks() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));

        assertThat(run(second, java("21"))).contains("/a home/cli/target/lastack.jar]");
        assertThat(Files.exists(link)).isTrue();
    }

    @Test
    void sizesTheHeap() throws IOException, InterruptedException {
        Path java = java("17.0.9");

        assertThat(run(launcher, java, "verify", "--max-memory", "512m")).contains("[-Xmx512m]");
        assertThat(run(launcher, java, "verify", "--max-memory=2g")).contains("[-Xmx2g]");
        assertThat(run(launcher, java, "verify")).containsPattern("\\[-Xmx\\d+m\\]|MaxRAMPercentage=70");
        assertThat(run(launcher, java, "verify", "--max-memory", "4x")).doesNotContain("-Xmx");
    }

    @Test
    void refusesAHeapThatJavaCannotHave() throws IOException, InterruptedException {
        for (String size : List.of("0", "1k", "15m", "0000000000000000g")) {
            assertRefused(
                    "", "--max-memory: " + size + " is too little; the least is 16m", "verify", "--max-memory", size);
        }
        assertRefused(
                "",
                "Java does not start with --max-memory 99999g: Unrecognized: -Xmx99999g",
                "verify",
                "--max-memory=99999g");
        assertThat(run(launcher, java("17.0.9"), "verify", "--max-memory", "16m"))
                .contains("[-Xmx16m]");
    }

    @Test
    void refusesOptionsWithWhichJavaWouldNotRunTheProgram() throws IOException, InterruptedException {
        assertRefused("-XX:Foo", "Java does not start with -XX:Foo: Unrecognized: -Xmx", "verify");
        assertRefused("-Xlog:help", "Java does not start with -Xlog:help: help", "verify");
        for (String option : List.of("-version", "--dry-run", "Main", "-X", "-jar")) {
            assertRefused(
                    "-Da=b " + option, "LASTACK_JAVA_OPTS: '" + option + "' is not an option of the JVM", "verify");
        }
        launchOptions = "-Da=b -XX:+UseG1GC -javaagent:x.jar";
        assertThat(run(launcher, java("17.0.9"), "verify")).contains("[-Da=b] [-XX:+UseG1GC] [-javaagent:x.jar] [-cp]");
    }

    @Test
    void aClosedOutputIsNoticedBeforeAnythingIsComputed() throws IOException, InterruptedException {
        Path script =
                Files.writeString(folder.resolve("closed"), "#!/bin/sh\n'" + launcher + "' verify >&-\necho code $?\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(run(script, java("17.0.9")))
                .isEqualTo("lastack: standard output cannot be written: it is closed\ncode 4\n");
    }

    private void assertRefused(String options, String complaint, String... arguments)
            throws IOException, InterruptedException {
        launchOptions = options;
        assertThat(run(launcher, java("17.0.9"), arguments))
                .startsWith("lastack: " + complaint)
                .hasLineCount(1);
        assertThat(code).isEqualTo(2);
    }

    @Test
    void passesOverJavasThatDoNotFit() throws IOException, InterruptedException {
        for (String version : List.of("25", "25.0.1", "25.0.2", "11.0.20", "1.8.0_392")) {
            assertThat(run(launcher, java(version))).as(version).doesNotContain("Java " + version + ":");
        }
        for (String version : List.of("17", "21.0.4", "25.0.3", "26")) {
            assertThat(run(launcher, java(version))).as(version).contains("Java " + version + ":");
        }
    }

    private Path java(String version) throws IOException {
        Path home = folder.resolve("jdk " + version);
        if (!Files.exists(home)) {
            Path bin = Files.createDirectories(home.resolve("bin"));
            Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
            Path java = Files.writeString(bin.resolve("java"), """
                #!/bin/sh
                case " $* " in
                  *" -XX:ArchiveClassesAtExit="*) echo "${GITHUB_ACTIONS:-}${GITHUB_STEP_SUMMARY:-}" >archived; exit 0 ;;
                  *" -Xlog:help "*) echo help; exit 0 ;;
                  *" -Xmx99999g "* | *" -XX:Foo "*) echo "Unrecognized: $1"; echo more; exit 1 ;;
                  *" -version "*) echo 'openjdk version "%1$s"'; exit 0 ;;
                esac
                printf 'Java %1$s:'; printf ' [%%s]' "$@"; echo
                """.formatted(version));
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }

    private String run(Path command, Path javaHome, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("LASTACK_JAVA_OPTS", launchOptions);
        builder.environment().put("GITHUB_ACTIONS", "true");
        builder.environment().put("GITHUB_STEP_SUMMARY", "summary.md");
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, own) -> own + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        code = process.waitFor();
        return said;
    }
}
