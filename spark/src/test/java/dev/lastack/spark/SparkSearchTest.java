package dev.lastack.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Cluster;
import dev.lastack.checker.partition.Jobs;
import dev.lastack.checker.partition.PartitionedSearch;
import dev.lastack.checker.partition.PartitionedSetting;
import dev.lastack.checker.partition.Recipe;
import dev.lastack.checker.partition.part.FolderStorage;
import dev.lastack.properties.analysis.Axis;
import dev.lastack.properties.analysis.Sweep;
import dev.lastack.properties.analysis.SweepTable;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.properties.verification.recipe.Partitioning;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.rdd.RDD;
import org.apache.spark.scheduler.TaskLocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** Holds the search on Spark, in this process, against the explorer. */
class SparkSearchTest {

    @TempDir
    static Path shared;

    private static Path jar;
    private static Cluster cluster;

    @TempDir
    Path temporary;

    @BeforeAll
    static void connect() throws IOException {
        jar = OwnVariant.jar(shared);
        cluster = new SparkProvider().connect("local[2]", List.of(jar));
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
    void aDamagedPartIsNamed() throws IOException {
        Verification some =
                Verification.of(Scenarios.load("two-msl")).limits(Limits.none().withMaxStates(3_000));
        onSpark(some, folder(), false);
        Path part;
        try (var files = Files.list(Path.of(folder()))) {
            part = files.filter(file -> file.toString().contains("part-"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length - 30] ^= 1;
        Files.write(part, bytes);
        assertThatThrownBy(() -> onSpark(Verification.of(Scenarios.load("two-msl")), folder(), true))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining(part.toString())
                .hasMessageContaining("is damaged");
    }

    @Test
    void aVariantInJavaIsSentAsAJar() throws IOException, ClassNotFoundException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Verification verification = plain(Scenarios.load("two-msl"))
                    .variant(OwnVariant.load(jar))
                    .limits(Limits.none().withMaxStates(3_000));
            assertThat(Results.of(onSpark(verification, folder(), false))).isEqualTo(Results.of(verification.run()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aSweepHasTheTableOfOneMachine() {
        Sweep sweep = Sweep.of(
                Scenarios.load("two-msl"),
                List.of(Axis.parse("isn=random,monotonic"), Axis.parse("time-wait=0,2*msl")),
                TerminationClaims.safety(),
                10);
        Limits limits = Limits.none().withMaxStates(20_000);
        SweepTable table = SweepTable.of(sweep);
        Jobs jobs = cluster.jobs();
        assertThat(jobs.atATime()).isEqualTo(2);
        assertThat(jobs.atATimeInAProcess()).isEqualTo(2);
        assertThat(table.text(sweep.on(jobs).run(limits, Map.of(), result -> {}, Progress.NONE)))
                .isEqualTo(table.text(sweep.run(limits, Map.of(), result -> {}, Progress.NONE)));
    }

    @Test
    void tasksPreferTheHostThatWroteTheirParts() {
        SparkDistribution distribution = (SparkDistribution) cluster.distribution();
        assertThat(preferred(distribution)).isEmpty();
        plain(Scenarios.load("two-msl"))
                .limits(Limits.none().withMaxStates(100))
                .on(new Partitioning(distribution, name -> cluster.storage(folder()), false, 4))
                .run();
        String host = SparkEnv.get().blockManager().blockManagerId().host();
        assertThat(preferred(distribution)).containsExactly(host);
    }

    private static List<String> preferred(SparkDistribution distribution) {
        RDD<String> derived =
                distribution.numbers(4).map(number -> "partition " + number).rdd();
        return CollectionConverters.asJava(derived.sparkContext().getPreferredLocs(derived, 3)).stream()
                .map(TaskLocation::host)
                .toList();
    }

    @Test
    void executorsThatDoNotSeeTheFolderAreNamedBeforeTheFirstLevel() throws IOException {
        Partitioning blind = new Partitioning(
                cluster.distribution(), name -> new BlindStorage(FolderStorage.at(Path.of(folder()))), false, 4);
        assertThatThrownBy(() -> plain(Scenarios.load("two-msl")).on(blind).run())
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageStartingWith("executor on ")
                .hasMessageContaining(folder() + "/exploration is not there")
                .hasMessageNotContaining("\n");
        try (var files = Files.list(Path.of(folder()))) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("level-00000");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void executorsThatRunAnotherBuildAreRefusedBeforeTheFirstLevel(boolean isReadable) {
        Recipe foreign = new ForeignRecipe(isReadable);
        PartitionedSetting setting = new PartitionedSetting(cluster.storage(folder()), false, 2, 48, 1 << 20);
        PartitionedSearch search =
                new PartitionedSearch(foreign, setting, cluster.distribution(), Limits.none(), Progress.NONE);
        assertThatThrownBy(() -> search.run("a foreign search"))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageStartingWith("executor")
                .hasMessageContaining("cannot work on this search")
                .hasMessageContaining(isReadable ? "another build" : "NoClassDefFoundError")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theFolderOfAnotherScenarioIsRefused() {
        Verification some =
                plain(Scenarios.load("two-msl")).limits(Limits.none().withMaxStates(100));
        onSpark(some, folder(), false);
        assertThatThrownBy(() -> onSpark(plain(Scenarios.load("one-tick-short")), folder(), true))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("holds the exploration of something else");
        assertThat(onSpark(some, folder(), true).exploration().distinct())
                .isEqualTo(some.run().exploration().distinct());
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
