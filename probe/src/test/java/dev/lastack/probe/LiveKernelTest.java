package dev.lastack.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.report.ProbeReport;
import dev.lastack.probe.tun.Namespace;
import dev.lastack.probe.walk.WalkDivergence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel of this machine, where a network namespace with a TUN device can be made. */
@Tag("peers")
class LiveKernelTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsANamespace() {
        assumeThat(Probe.obstacle(MeasuredStack.LINUX)).isEmpty();
    }

    @Test
    void aListeningSocketAnswersASyn() throws IOException, InterruptedException {
        Path result = folder.resolve("result");
        Path log = folder.resolve("log");
        int code = Namespace.start(SynAnswered.class, log, result.toString()).waitFor();

        assertThat(code).as(Files.readString(log)).isZero();
        assertThat(result).hasContent("18 ESTABLISHED");
    }

    /** A few of the walks of a measurement: their differences are among those that {@code docs/stacks.md} explains. */
    @Test
    void aFewWalksPartWhereItIsExplained() throws IOException, InterruptedException {
        Path result = folder.resolve("walks.json");
        Path log = folder.resolve("log");
        int code = Namespace.start(FewWalks.class, log, result.toString()).waitFor();

        assertThat(code).as(Files.readString(log)).isZero();
        Observations observations = Observations.read(result);
        assertThat(observations.exploration().steps()).isGreaterThan(100);
        assertThat(Comparison.divergences(observations, Map.of()))
                .extracting(WalkDivergence::kind)
                .isNotEmpty()
                .isSubsetOf(Comparison.divergences(Recorded.observations(MeasuredStack.LINUX), Map.of()).stream()
                        .map(WalkDivergence::kind)
                        .toList());
    }

    @Test
    @Tag("long")
    void theKernelIsTheVariant() throws IOException, InterruptedException {
        ProbeReport report = ProbeReport.of(Probe.measure(MeasuredStack.LINUX, () -> false), Map.of());

        assertThat(report.rows())
                .allSatisfy(
                        row -> assertThat(row.verdict()).as(row.toString()).isIn(Verdict.AGREES, Verdict.NOT_STATED));
    }

    @Test
    void aMeasurementCanBeStopped() {
        assertThat(catchThrowable(() -> Probe.measure(MeasuredStack.LINUX, () -> true)))
                .isInstanceOf(IOException.class)
                .hasMessage("stopped");
    }
}
