package dev.lastack.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Progress.Report;
import dev.lastack.checker.Progress.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person sees what is being done, and how far it is. */
class ProgressLineTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);
    private final ProgressLine progress =
            new ProgressLine("two-msl", new Terminal(err, err, false, true), false, Interruption.onRequest());

    @Test
    void anExplorationTellsItsStates() {
        progress.report(new Report(1_500_000, 9_000_000, 12, 80_000, 64 << 20, 3.0));

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("two-msl: 1,500,000 states, 500,000/s, level 12, 80,000 queued, 64 MiB, 3 s");
    }

    @Test
    void whatFollowsTheExplorationTellsItsStage() {
        progress.report(new Report(1_500_000, 9_000_000, 12, 0, 64 << 20, 3.0));
        Stage stage = new Stage("searching fair cycles", "edges", 2_000_000, 9_000_000);
        progress.report(new Report(1_500_000, 0, 0, 0, 0, 0.2, Optional.of(stage)));

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("two-msl: 1,500,000 states explored; searching fair cycles: 2,000,000 of about 9,000,000"
                        + " edges, 0 s");
    }
}
