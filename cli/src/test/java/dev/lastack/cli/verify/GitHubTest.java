package dev.lastack.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Lastack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands do in a workflow of GitHub, which they know by its environment. */
class GitHubTest {

    @TempDir
    private Path folder = Path.of("");

    private String printed(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Lastack.class.getName()));
        words.addAll(List.of(command.split(" ")));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GITHUB_ACTIONS", "true");
        builder.environment().put("GITHUB_STEP_SUMMARY", summary().toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private Path summary() {
        return folder.resolve("summary.md");
    }

    @Test
    void verifyAnnotatesWhatFailsAndAddsToTheSummary() throws IOException, InterruptedException {
        Files.writeString(summary(), "before\n");
        Files.writeString(folder.resolve("mine.yaml"), """
            extends: one-tick-short
            expect:
              no-old-fin: holds
            """);

        String printed = printed("verify mine.yaml --claim no-old-fin -q --expect documented");

        assertThat(printed)
                .contains(
                        "::error file=mine.yaml,line=3,title=lastack::mine: no-old-fin is violated instead of holds;");
        assertThat(Files.readString(summary()))
                .startsWith("before\n## mine\n")
                .contains("| `no-old-fin` | ❌ violated | holds |")
                .contains("2MSL timer fires");
    }

    @Test
    void whatAScenarioSaysIsNoCommandAndNoMarkup() throws IOException, InterruptedException {
        Path odd = Files.createDirectories(folder.resolve("a,b:c%0A"));
        Files.writeString(odd.resolve("mine.yaml"), """
            description: "::error::x\\e[2J\\r\\n::warning::y ##[error]z | <b>"
            extends: one-tick-short
            expect:
              no-old-fin: holds
            """);

        String printed = printed("verify a,b:c%0A/mine.yaml --claim no-old-fin --expect documented");

        assertThat(printed)
                .contains("mine: \\u003a:error::x\\u001b[2J ::warning::y \\u0023#[error]z | <b>\n")
                .contains("::error file=a%2Cb%3Ac%250A/mine.yaml,line=4,title=lastack::mine: no-old-fin is violated")
                .doesNotContain("\u001b", "\r");
        assertThat(printed.lines().filter(line -> line.startsWith("::"))).hasSize(1);
    }

    @Test
    void sweepAddsItsTableToTheSummary() throws IOException, InterruptedException {
        String printed = printed("sweep two-msl --vary time-wait=1,2 --claim no-old-fin -q");

        assertThat(printed).contains("Least time-wait from which each claim holds:");
        assertThat(Files.readString(summary()))
                .startsWith("## two-msl\n\n```text\ntime-wait  kept out by  violated\n")
                .contains("no-old-fin\n")
                .endsWith("```\n\n");
    }
}
