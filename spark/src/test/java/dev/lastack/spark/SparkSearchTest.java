package dev.lastack.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Cluster;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Partitioning;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the search on Spark, in this process, against the explorer. */
class SparkSearchTest {

    private static Cluster cluster;

    @TempDir
    Path temporary;

    @BeforeAll
    static void connect() {
        cluster = new SparkProvider().connect("local[2]", List.of());
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    private Report onSpark(Verification verification, String location, boolean resume) {
        return verification
                .on(new Partitioning(cluster.distribution(), name -> cluster.storage(location), resume, 4))
                .run();
    }

    private String folder() {
        return temporary.resolve("states").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-tick-short", "two-msl"})
    void theResultIsTheExplorers(String variant) {
        Verification verification = plain(Scenarios.load(variant));
        assertThat(Results.of(onSpark(verification, folder(), false))).isEqualTo(Results.of(verification.run()));
    }

    /** A cluster runs the plain search. */
    private static Verification plain(Scenario scenario) {
        return Verification.of(scenario).engine(Engine.PLAIN);
    }

    @Test
    void aSearchThatWasStoppedIsResumedInAFileSystemOfHadoop() {
        Scenario scenario = Scenarios.load("one-tick-short");
        String location = temporary.resolve("states").toUri().toString();
        Verification some = plain(scenario).limits(Limits.none().withMaxStates(3_000));
        assertThat(Results.of(onSpark(some, location, false))).isEqualTo(Results.of(some.run()));
        Verification all = plain(scenario);
        assertThat(Results.of(onSpark(all, location, true))).isEqualTo(Results.of(all.run()));
    }

    @Test
    void aSearchWithoutTimeIsInconclusive() {
        Verification verification =
                Verification.of(Scenarios.load("two-msl")).limits(Limits.none().withTimeout(Duration.ofMillis(1)));
        assertThat(onSpark(verification, folder(), false).exploration().stopped())
                .hasValueSatisfying(why -> assertThat(why).contains("time limit"));
    }

    @Test
    void aDamagedPartIsNamed() throws java.io.IOException {
        Verification some =
                Verification.of(Scenarios.load("two-msl")).limits(Limits.none().withMaxStates(3_000));
        onSpark(some, folder(), false);
        Path part;
        try (var files = java.nio.file.Files.list(Path.of(folder()))) {
            part = files.filter(file -> file.toString().contains("part-"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
        byte[] bytes = java.nio.file.Files.readAllBytes(part);
        bytes[bytes.length - 30] ^= 1;
        java.nio.file.Files.write(part, bytes);
        assertThatThrownBy(() -> onSpark(Verification.of(Scenarios.load("two-msl")), folder(), true))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining(part.toString())
                .hasMessageContaining("is damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mesos://here:1", "spark://127.0.0.1:1", "spark://here", "spark://127.0.0.1:99999", "local[x]"})
    void anUnusableMasterIsNamed(String master) {
        assertThatThrownBy(() -> new SparkProvider().connect(master, List.of()))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageStartingWith("--spark " + master + ": ");
    }
}
