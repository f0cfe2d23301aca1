package dev.lastack.checker.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.partition.part.Compaction;
import dev.lastack.checker.search.Explorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Holds the partitioned search against the explorer. */
class PartitionedSearchTest {

    private static final Limits ONE = Limits.none().withWorkers(1);

    private static final Path SCRATCH = scratch();

    private static Path scratch() {
        try {
            return Files.createTempDirectory("lastack-partitioned");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void deleteScratch() throws IOException {
        Files.delete(SCRATCH);
    }

    private static Distribution local(int workers) {
        return new LocalDistribution(workers, SCRATCH);
    }

    private static PartitionedSetting resumed(PartitionedSetting setting) {
        return new PartitionedSetting(
                setting.storage(), true, setting.partitions(), setting.hashedBits(), setting.memory());
    }

    private static String explored(Recipe recipe, Limits limits) {
        Problem problem = recipe.build();
        return Results.of(new Explorer(problem.system(), problem.properties(), limits, Progress.NONE).run());
    }

    private static Exploration search(
            Recipe recipe, PartitionedSetting setting, Distribution distribution, Limits limits) {
        try (distribution) {
            return new PartitionedSearch(recipe, setting, distribution, limits, Progress.NONE).run("a random graph");
        }
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void anyPartitionsHashThresholdAndMemoryGiveTheExplorersResult(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4_000) int nodes,
            @ForAll @IntRange(max = 5) int degree,
            @ForAll @IntRange(min = 1, max = 4) int words,
            @ForAll @IntRange(min = 1, max = 9) int partitions,
            @ForAll @IntRange(max = 256) int bits,
            @ForAll @LongRange(min = 1, max = 40_000) long memory,
            @ForAll @IntRange(max = 60) int threshold) {
        Recipe recipe = new RandomSystem.Of(seed, nodes, degree, words);
        MemoryStorage storage = new MemoryStorage();
        Distribution distribution = new SmallHere(threshold, local(1), new Clumsy(local(3), seed));
        PartitionedSetting setting = new PartitionedSetting(storage, false, partitions, bits, memory);
        assertThat(Results.of(search(recipe, setting, distribution, ONE))).isEqualTo(explored(recipe, ONE));
        assertThat(SCRATCH).isEmptyDirectory();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aSearchThatIsResumedGivesTheExplorersResult(
            @ForAll long seed,
            @ForAll @IntRange(min = 100, max = 3_000) int nodes,
            @ForAll @IntRange(min = 1, max = 4) int partitions,
            @ForAll @IntRange(max = 100) int first,
            @ForAll @IntRange(max = 2_000) int second) {
        Recipe recipe = new RandomSystem.Of(seed, nodes, 3, 2);
        PartitionedSetting setting = new PartitionedSetting(new MemoryStorage(), false, partitions, 70, 1 << 20);
        for (long most : new long[] {first, first, first + second, Long.MAX_VALUE, Long.MAX_VALUE}) {
            Limits limits = ONE.withMaxStates(most);
            assertThat(Results.of(search(recipe, setting, local(2), limits))).isEqualTo(explored(recipe, limits));
            setting = resumed(setting);
        }
    }

    @Example
    void aSearchWithoutTimeIsInconclusiveAndCanBeResumed() {
        Recipe recipe = new RandomSystem.Of(5, 2_000, 3, 2);
        PartitionedSetting setting = new PartitionedSetting(new MemoryStorage(), false, 2, 70, 1 << 20);
        Exploration seen = search(recipe, setting, local(2), ONE.withTimeout(Duration.ZERO));
        assertThat(seen.stopped()).hasValue("the time limit was reached");
        assertThat(Results.of(search(recipe, resumed(setting), local(2), ONE))).isEqualTo(explored(recipe, ONE));
    }

    @Example
    void aSystemThatFailsShowsTheState() {
        Recipe failing = () -> {
            Problem problem = new RandomSystem.Of(5, 2_000, 3, 2).build();
            return new Problem(new FailingSystem(problem.system(), 500), problem.properties());
        };
        PartitionedSetting setting = new PartitionedSetting(new MemoryStorage(), false, 3, 70, 1 << 20);
        assertThatThrownBy(() -> search(failing, setting, local(2), ONE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed while it generated the steps of a reachable state")
                .hasMessageContaining("on purpose");
    }

    @Example
    void partsAreMergedAndWhatIsNoLongerNeededIsDeleted() {
        Recipe recipe = new RandomSystem.Of(7, 4_000, 3, 2);
        MemoryStorage storage = new MemoryStorage();
        Exploration seen =
                search(recipe, new PartitionedSetting(storage, false, 3, 70, 1 << 20), new Clumsy(local(2), 1), ONE);
        assertThat(seen.levels()).isGreaterThan(40);
        assertThat(storage.names())
                .filteredOn(name -> name.startsWith("part-merged"))
                .isNotEmpty();
        assertThat(storage.names()).filteredOn(name -> name.startsWith("level")).hasSize(1);
        int mostParts = 3 * (Compaction.FEWEST + 12);
        assertThat(storage.names()).hasSizeLessThan(mostParts);
    }
}
