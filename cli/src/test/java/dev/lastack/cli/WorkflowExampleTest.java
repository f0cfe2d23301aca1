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
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The workflow for GitHub is well-formed, and uses the action as it is. */
class WorkflowExampleTest {

    private static final Path WORKFLOW = Path.of("..", "docs", "examples", "github-workflow.yml");

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

    /** What the action does with them is tested in {@link ActionTest}. */
    @Test
    void theActionKnowsTheInputsThatItIsGiven() throws IOException {
        Object action =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("../action.yml")));
        Map<?, ?> known =
                (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(action)).get("inputs"));

        assertThat(steps())
                .filteredOn(step -> String.valueOf(step.get("uses")).contains("/lastack@"))
                .singleElement()
                .satisfies(step -> assertThat(known.keySet())
                        .map(String::valueOf)
                        .containsAll(((Map<?, ?>) Objects.requireNonNull(step.get("with")))
                                .keySet().stream().map(String::valueOf).toList()));
    }
}
