package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.options.ClaimChoice;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/scenarios.md} is a scenario and means what the page says. */
class ScenarioPageTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theExampleIsRead() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scenarios.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n\n**Which value counts.**"));
        Scenario scenario = Scenarios.read(Files.writeString(folder.resolve("example.yaml"), example));

        assertThat(scenario.statement().realTime())
                .hasValueSatisfying(real -> assertThat(real.tick()).isEqualTo(Duration.ofSeconds(15)));
        assertThat(scenario.a().timeWait().length()).isEqualTo(1);
        assertThat(scenario.a().finWait2().timeout()).isEqualTo(4);
        assertThat(scenario.b().finWait2().timeout()).isEqualTo(-1);
        assertThat(ClaimChoice.of(scenario, List.of(), List.of()))
                .extracting(Claim::id)
                .contains("no-old-fin", "drained", "b-closes");
    }
}
