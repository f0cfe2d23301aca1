package dev.lastack.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that explore on disk, at random moments, and has others go on until one gets to the end. */
class KillTest {

    @TempDir
    Path temporary;

    @Test
    void anExplorationSurvivesAFewKills() throws Exception {
        surviveKills(3, 1);
    }

    @Test
    @Tag("deep")
    void explorationsSurviveTwoHundredKills() throws Exception {
        surviveKills(200, 2);
    }

    private void surviveKills(int kills, long seed) throws Exception {
        String expected = DiskTest.undisturbed();
        Random random = new Random(seed);
        int killed = 0;
        for (int exploration = 0; killed < kills; exploration++) {
            Path directory = temporary.resolve("exploration-" + exploration);
            boolean isDone = false;
            while (!isDone) {
                Process process = start(directory, 1 + random.nextInt(3));
                boolean ends = killed >= kills || process.waitFor(200 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
                if (ends) {
                    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(output.strip()).isEqualTo(expected);
                    isDone = true;
                } else {
                    process.destroyForcibly().waitFor();
                    killed++;
                }
            }
        }
    }

    private static Process start(Path directory, int workers) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledExploration.class.getName(),
                        directory.toString(),
                        String.valueOf(workers))
                .redirectErrorStream(true)
                .start();
    }
}
