package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Workspace;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory says what its words mean, and is of no use to a build that reads them otherwise. */
class DirectoryTest {

    private final Scenario scenario = Scenarios.load("two-msl").with(Map.of("capacity", "1"));

    @Test
    void statesInAnotherLayoutAreNotTakenForOnesOwn(@TempDir Path directory) throws IOException {
        long states = Verification.of(scenario)
                .in(directory, false)
                .run()
                .exploration()
                .distinct();
        Path manifest = directory.resolve("exploration");
        String layout = TerminationModel.of(scenario).describeLayout();

        assertThat(manifest).content().contains(layout);
        assertThat(Verification.of(scenario)
                        .in(directory, true)
                        .run()
                        .exploration()
                        .distinct())
                .isEqualTo(states);

        Files.writeString(manifest, Files.readString(manifest).replace("bits 0 to", "bits 1 to"));
        assertThatThrownBy(() -> Verification.of(scenario).in(directory, true).run())
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("something else");
    }
}
