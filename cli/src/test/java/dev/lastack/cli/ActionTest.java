package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The steps of the action for GitHub, run by bash in a folder where the launcher and curl only do what the test needs. */
@EnabledOnOs(OS.LINUX)
class ActionTest {

    private static final Pattern INPUT = Pattern.compile("inputs\\.(\\w+)");
    private static final String RELEASES = "https://example.org/OWNER/lastack/releases/download";

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int code, String said) {}

    private static Map<?, ?> action() throws IOException {
        Object action =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("../action.yml")));
        return (Map<?, ?>) Objects.requireNonNull(action);
    }

    private static List<Map<?, ?>> steps() throws IOException {
        Map<?, ?> runs = (Map<?, ?>) Objects.requireNonNull(action().get("runs"));
        assertThat(runs.get("using")).isEqualTo("composite");
        List<?> steps = (List<?>) Objects.requireNonNull(runs.get("steps"));
        return steps.stream().<Map<?, ?>>map(step -> (Map<?, ?>) step).toList();
    }

    private static Map<?, ?> step(String name) throws IOException {
        return steps().stream()
                .filter(step -> name.equals(step.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyStepUsesAnActionOrIsAScriptOfBash() throws IOException {
        assertThat(steps()).isNotEmpty().allSatisfy(step -> {
            assertThat(step.containsKey("uses")).isNotEqualTo(step.containsKey("run"));
            assertThat(step.get("shell")).isEqualTo(step.containsKey("run") ? "bash" : null);
        });
    }

    /** An input that a script named directly would be run as a part of that script. */
    @Test
    void scriptsTakeTheirInputsFromTheEnvironment() throws IOException {
        assertThat(steps())
                .allSatisfy(step -> assertThat(String.valueOf(step.get("run"))).doesNotContain("${{"));
    }

    @Test
    void everyInputIsUsedAndEveryUsedInputExists() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        Matcher input = INPUT.matcher(steps().toString());
        while (input.find()) {
            used.add(input.group(1));
        }
        assertThat(((Map<?, ?>) Objects.requireNonNull(action().get("inputs"))).keySet())
                .map(String::valueOf)
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void verifyFailsWhereAVerdictChangesAndWritesTheReport() throws IOException, InterruptedException {
        Path sarif = folder.resolve("lastack.sarif");

        assertThat(verify("violated", sarif).code()).isZero();
        assertThat(Files.readString(sarif)).contains("\"2.1.0\"").doesNotContain("my-stack: ");
        assertThat(verify("holds", sarif).code()).isEqualTo(1);
        assertThat(Files.readString(sarif)).contains("my-stack: ");
    }

    /** Runs the command line that the step gives to the launcher. */
    private Shell.Run verify(String verdict, Path sarif) throws IOException, InterruptedException {
        Path scenario = Files.writeString(folder.resolve("my-stack.yaml"), """
            description: two-msl with a tick less
            extends: two-msl
            time-wait: 2*msl-1
            expect:
              no-old-fin: {verdict: %s, because: "observed: in a test"}
            """.formatted(verdict));
        executable("lastack", "printf '%s\\n' \"$@\"");
        Ended step = run(
                "Verify",
                Map.of(
                        "SCENARIO",
                        scenario + " two-msl\n",
                        "CLAIMS",
                        "no-old-fin",
                        "EXPECT",
                        "documented",
                        "SARIF",
                        sarif));
        assertThat(step.code()).isZero();
        assertThat(step.said()).endsWith("--\n" + scenario + "\ntwo-msl\n");
        String words = "-o\n" + folder.resolve("out") + "\n" + step.said();
        return new Shell()
                .run(words.replaceFirst("(?s)^(.*?)verify\n", "verify\n$1").split("\n"));
    }

    @Test
    void everyClaimIsCheckedIfNoneIsNamed() throws IOException, InterruptedException {
        executable("lastack", "printf '%s\\n' \"$@\"");

        assertThat(run("Verify", Map.of("SCENARIO", "two-msl", "CLAIMS", "", "EXPECT", "holds", "SARIF", "a b"))
                        .said())
                .isEqualTo("verify\n--expect\nholds\n--report\nsarif=a b\n--\ntwo-msl\n");
    }

    @Test
    void theJarOfAReleaseIsDownloadedAndChecked() throws IOException, InterruptedException {
        executable("bin/curl", "cp \"$ASSETS/${6##*/}\" \"$5\"; echo \"$6\"");
        Path assets = Files.createDirectories(folder.resolve("assets"));
        Files.writeString(assets.resolve("lastack.jar"), "abc");
        Files.writeString(assets.resolve("SHA256SUMS"), """
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  lastack.jar
            0000000000000000000000000000000000000000000000000000000000000000  lastack.rb
            """);

        assertThat(download("v0.2.0").said()).contains(RELEASES + "/v0.2.0/lastack.jar");
        assertThat(folder.resolve("lastack.jar")).hasContent("abc");

        Files.delete(folder.resolve("lastack.jar"));
        Files.writeString(assets.resolve("lastack.jar"), "changed");
        assertThat(download("v0.2.0").code()).isNotZero();
        assertThat(folder.resolve("lastack.jar")).doesNotExist();
    }

    @Test
    void withoutAReleaseTheLauncherIsLeftToBuild() throws IOException, InterruptedException {
        executable("bin/curl", "exit 22");

        for (String tag : List.of("v0.2.0", "main", "")) {
            assertThat(download(tag).code()).as(tag).isZero();
            assertThat(folder.resolve("lastack.jar")).doesNotExist();
        }
    }

    private Ended download(String tag) throws IOException, InterruptedException {
        return run("Download lastack", Map.of("RELEASES", RELEASES, "TAG", tag, "ASSETS", folder.resolve("assets")));
    }

    private void executable(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs the script of a step as a runner does: {@code bash --noprofile --norc -eo pipefail FILE}. */
    private Ended run(String name, Map<String, Object> environment) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("step.sh"), String.valueOf(step(name).get("run")));
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        environment.forEach((key, value) -> builder.environment().put(key, String.valueOf(value)));
        builder.environment().put("GITHUB_ACTION_PATH", folder.toString());
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, own) -> own + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
