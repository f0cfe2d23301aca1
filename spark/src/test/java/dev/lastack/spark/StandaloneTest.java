package dev.lastack.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills executors and drivers of a search on a standalone cluster, and holds what comes out against the explorer. */
@Tag("peers")
@Tag("long")
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
    static Path temporary;

    private static Standalone cluster;
    private static Path scenario;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        scenario = Files.writeString(temporary.resolve("random.yaml"), SCENARIO);
        cluster = new Standalone(temporary.resolve("spark"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void theResultIsTheExplorersWhoeverIsKilled() throws IOException, InterruptedException {
        String expected = Results.of(plain(Scenarios.load(scenario.toString())).run());
        assertThat(expected).startsWith("253251 ");
        for (Driver.Mishap mishap : Driver.Mishap.values()) {
            assertThat(run(mishap)).as(mishap.toString()).isEqualTo(expected);
        }
    }

    @Test
    void theClassesOfAVariantAreSentToTheExecutors() throws IOException, InterruptedException, ClassNotFoundException {
        Path jar = OwnVariant.jar(temporary);
        Path out = temporary.resolve("variant.out");
        String folder = temporary.resolve("states-variant").toString();
        List<String> arguments = List.of(scenario.toString(), folder, Driver.Mishap.NONE.toString(), jar.toString());
        assertThat(finish(cluster.drive(out, arguments)))
                .as(Files.readString(Path.of(out + ".err")))
                .isZero();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Verification here = plain(Scenarios.load(scenario.toString())).variant(OwnVariant.load(jar));
            assertThat(Files.readString(out)).isEqualTo(Results.of(here.run()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A cluster runs the plain search. */
    private static Verification plain(Scenario scenario) {
        return Verification.of(scenario).engine(Engine.PLAIN);
    }

    private static String run(Driver.Mishap mishap) throws IOException, InterruptedException {
        Path out = temporary.resolve(mishap + ".out");
        boolean driverDies = mishap.toString().startsWith("DRIVER");
        int code = finish(drive(out, mishap, mishap));
        if (driverDies) {
            assertThat(code).as(mishap.toString()).isEqualTo(137);
            assertThat(Files.readString(out)).isEmpty();
            code = finish(drive(out, mishap, Driver.Mishap.NONE));
        } else if (mishap != Driver.Mishap.NONE) {
            assertThat(temporary.resolve("struck-" + mishap))
                    .as("somebody was killed")
                    .exists();
        }
        assertThat(code).as(Files.readString(Path.of(out + ".err"))).isZero();
        return Files.readString(out);
    }

    /** A driver on the folder of {@code search}. */
    private static Process drive(Path out, Driver.Mishap search, Driver.Mishap mishap) throws IOException {
        Path folder = temporary.resolve("states-" + search);
        return cluster.drive(out, List.of(scenario.toString(), folder.toString(), mishap.toString()));
    }

    private static int finish(Process driver) throws InterruptedException {
        if (!driver.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            driver.destroyForcibly().waitFor();
        }
        return driver.exitValue();
    }
}
