package dev.lastack.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills executors and drivers of a search on a standalone cluster, and holds what comes out against the explorer. */
@Tag("deep")
class StandaloneTest {

    /** 253,251 states. */
    private static final String SCENARIO = """
            extends: two-msl
            isn: random
            msl: 3
            time-wait: 5
            rto: 3
            time-wait.restart: on-answer
            capacity: 2
            """;

    private static final long PATIENCE_MINUTES = 20;

    @TempDir
    Path temporary;

    @Test
    void theResultIsTheExplorersWhoeverIsKilled() throws IOException, InterruptedException {
        Path scenario = Files.writeString(temporary.resolve("random.yaml"), SCENARIO);
        String expected = Results.of(Verification.of(Scenarios.load(scenario.toString()))
                .engine(Engine.PLAIN)
                .run());
        assertThat(expected).startsWith("253251 ");
        try (Standalone cluster = new Standalone(temporary.resolve("spark"))) {
            for (Driver.Mishap mishap : Driver.Mishap.values()) {
                assertThat(run(cluster, scenario, mishap)).as(mishap.toString()).isEqualTo(expected);
            }
        }
    }

    private String run(Standalone cluster, Path scenario, Driver.Mishap mishap)
            throws IOException, InterruptedException {
        Path folder = temporary.resolve("states-" + mishap);
        Path out = temporary.resolve(mishap + ".out");
        boolean driverDies = mishap.toString().startsWith("DRIVER");
        int code = finish(cluster.drive(out, scenario.toString(), folder, mishap));
        if (driverDies) {
            assertThat(code).as(mishap.toString()).isEqualTo(137);
            assertThat(Files.readString(out)).isEmpty();
            code = finish(cluster.drive(out, scenario.toString(), folder, Driver.Mishap.NONE));
        } else if (mishap != Driver.Mishap.NONE) {
            assertThat(temporary.resolve("struck-" + mishap))
                    .as("somebody was killed")
                    .exists();
        }
        assertThat(code).as(Files.readString(Path.of(out + ".err"))).isZero();
        return Files.readString(out);
    }

    private static int finish(Process driver) throws InterruptedException {
        if (!driver.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            driver.destroyForcibly().waitFor();
        }
        return driver.exitValue();
    }
}
