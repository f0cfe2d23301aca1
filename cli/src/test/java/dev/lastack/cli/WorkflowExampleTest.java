package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The workflow for GitHub is well-formed, and its command does what the workflow relies on. */
class WorkflowExampleTest {

    private static final Path WORKFLOW = Path.of("..", "docs", "examples", "github-workflow.yml");
    private static final String LAUNCHER = "./lastack/lastack ";

    @TempDir
    private Path folder = Path.of("");

    private static Map<?, ?> workflow() throws IOException {
        Load load = new Load(LoadSettings.builder().build());
        return (Map<?, ?>) load.loadFromString(Files.readString(WORKFLOW));
    }

    private static List<Map<?, ?>> steps() throws IOException {
        Map<?, ?> workflow = workflow();
        List<Map<?, ?>> steps = new ArrayList<>();
        for (Object job : ((Map<?, ?>) Objects.requireNonNull(workflow.get("jobs"))).values()) {
            Map<?, ?> settings = (Map<?, ?>) job;
            assertThat(settings.get("runs-on")).isEqualTo("ubuntu-latest");
            for (Object step : (List<?>) Objects.requireNonNull(settings.get("steps"))) {
                steps.add((Map<?, ?>) step);
            }
        }
        return steps;
    }

    /** Without it GitHub refuses the upload, because the default token may only read. */
    @Test
    void theUploadIsPermitted() throws IOException {
        assertThat(String.valueOf(workflow().get("permissions")))
                .contains("contents=read")
                .contains("security-events=write");
    }

    @Test
    void everyStepUsesAnActionOrRunsACommand() throws IOException {
        assertThat(steps())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.containsKey("uses")).isNotEqualTo(step.containsKey("run")));
    }

    @Test
    void theCommandFailsWhereAVerdictChangesAndWritesWhatIsUploaded() throws IOException {
        List<String> commands = steps().stream()
                .filter(step -> step.containsKey("run"))
                .map(step -> String.valueOf(step.get("run")))
                .toList();
        Path sarif = folder.resolve("lastack.sarif");
        assertThat(commands).singleElement().asString().startsWith(LAUNCHER);
        assertThat(steps())
                .anySatisfy(step -> assertThat(String.valueOf(step.get("with"))).contains("sarif_file=lastack.sarif"));

        assertThat(run(commands.get(0), "violated", sarif).code()).isZero();
        assertThat(Files.readString(sarif)).contains("\"2.1.0\"").doesNotContain("my-stack: ");
        assertThat(run(commands.get(0), "holds", sarif).code()).isEqualTo(1);
        assertThat(Files.readString(sarif)).contains("my-stack: ");
    }

    /** The command with a small scenario in place of the user's, which states {@code verdict}. */
    private Shell.Run run(String command, String verdict, Path sarif) throws IOException {
        Path scenario = Files.writeString(folder.resolve("my-stack.yaml"), """
                description: two-msl with a tick less
                extends: two-msl
                time-wait: 2*msl-1
                expect:
                  no-old-fin: {verdict: %s, because: "observed: in a test"}
                """.formatted(verdict));
        List<String> words = new ArrayList<>(List.of(command.substring(LAUNCHER.length())
                .replace("my-stack.yaml", scenario.toString())
                .replace("sarif=lastack.sarif", "sarif=" + sarif)
                .split(" ")));
        words.addAll(List.of("-o", folder.resolve("out").toString()));
        return new Shell().run(words.toArray(String[]::new));
    }
}
