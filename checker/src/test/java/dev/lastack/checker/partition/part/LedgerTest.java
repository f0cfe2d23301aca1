package dev.lastack.checker.partition.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Backward;
import dev.lastack.checker.partition.Distribution;
import dev.lastack.checker.partition.LevelStep;
import dev.lastack.checker.partition.LocalDistribution;
import dev.lastack.checker.partition.PartitionedSearch;
import dev.lastack.checker.partition.PartitionedSetting;
import dev.lastack.checker.partition.Problem;
import dev.lastack.checker.partition.RandomSystem;
import dev.lastack.checker.partition.Recipe;
import dev.lastack.checker.partition.Results;
import dev.lastack.checker.partition.SmallHere;
import dev.lastack.checker.partition.TaskOutcome;
import dev.lastack.checker.search.Explorer;
import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.StopCondition;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a folder that holds an unfinished, a damaged, or another search. */
class LedgerTest {

    private static final Recipe GRAPH = new RandomSystem.Of(3, 3_000, 3, 2);
    private static final Limits SOME = Limits.none().withWorkers(1).withMaxStates(1_000);
    private static final Limits ALL = Limits.none().withWorkers(1);

    @TempDir
    Path temporary;

    private Path folder() {
        return temporary.resolve("states");
    }

    private Exploration search(boolean resume, int partitions, Limits limits, String subject) {
        PartitionedSetting setting =
                new PartitionedSetting(FolderStorage.at(folder()), resume, partitions, 70, 1 << 20);
        try (Distribution local = new LocalDistribution(1, temporary.resolve("scratch"))) {
            return new PartitionedSearch(GRAPH, setting, local, limits, Progress.NONE).run(subject);
        }
    }

    private Exploration resumed() {
        return search(true, 2, ALL, "a graph");
    }

    private static String undisturbed() {
        Problem problem = GRAPH.build();
        return Results.of(new Explorer(problem.system(), problem.properties(), ALL, Progress.NONE).run());
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> !file.endsWith("lock")).sorted().toList();
        }
    }

    @Test
    void whatNoManifestNamesIsOfNoAccountAndDeleted() throws IOException {
        search(false, 2, SOME, "a graph");
        List<Path> before = files();
        Files.writeString(folder().resolve("level-00900.new"), "torn");
        Files.writeString(folder().resolve("part-00900-00001-0-1"), "torn");
        search(true, 2, SOME, "a graph");
        assertThat(files()).isEqualTo(before);
        assertThat(Results.of(resumed())).isEqualTo(undisturbed());
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        search(false, 2, SOME, "a graph");
        Random random = new Random(7);
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < 4; i++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                assertUnusableOrRight();
                Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
                assertThatThrownBy(this::resumed)
                        .isInstanceOf(Workspace.Unusable.class)
                        .hasMessageContaining(folder().toString());
                Files.write(file, whole);
            }
        }
        assertThat(Results.of(resumed())).isEqualTo(undisturbed());
    }

    /** A frame that no candidate falls into is not read, and damage to it can do no harm. */
    private void assertUnusableOrRight() throws IOException {
        List<Path> before = files();
        Path copy = Files.createTempDirectory(temporary, "copy");
        for (Path file : before) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        try {
            assertThat(Results.of(resumed())).isEqualTo(undisturbed());
        } catch (Workspace.Unusable e) {
            assertThat(e).hasMessageContaining(folder().toString());
        }
        for (Path file : files()) {
            Files.delete(file);
        }
        for (Path file : before) {
            Files.copy(copy.resolve(file.getFileName()), file);
        }
    }

    @Test
    void aMissingPartIsNoticed() throws IOException {
        search(false, 2, SOME, "a graph");
        Path part = files().stream()
                .filter(file -> file.toString().contains("part"))
                .findFirst()
                .orElseThrow();
        Files.delete(part);
        assertThatThrownBy(this::resumed).isInstanceOf(Workspace.Unusable.class).hasMessage(part + ": is missing");
    }

    @Test
    void anotherSearchOrOtherPartitionsAreRefusedAndNothingIsLost() throws IOException {
        search(false, 2, SOME, "a graph");
        List<Path> before = files();
        assertThatThrownBy(() -> search(false, 2, ALL, "a graph"))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("resume it");
        assertThatThrownBy(() -> search(true, 2, ALL, "another graph"))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("something else");
        assertThatThrownBy(() -> search(true, 3, ALL, "a graph"))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("other partitions");
        assertThat(files()).isEqualTo(before);
        assertThat(Results.of(resumed())).isEqualTo(undisturbed());
    }

    @Test
    void anAttemptThatFoundNoMachinesLeavesTheFolderFree() {
        PartitionedSetting setting = new PartitionedSetting(FolderStorage.at(folder()), false, 2, 70, 1 << 20);
        Distribution unwilling = new SmallHere(0, new LocalDistribution(1, temporary), new Unwilling());
        assertThatThrownBy(() -> new PartitionedSearch(GRAPH, setting, unwilling, ALL, Progress.NONE)
                        .run("a graph that was mistyped"))
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessage("executors: are of another build");
        assertThat(Results.of(search(false, 2, ALL, "a graph"))).isEqualTo(undisturbed());
    }

    /** Machines that can work on no search. */
    private static final class Unwilling implements Distribution {

        @Override
        public void check(LevelStep step, StopCondition halt) {
            throw new Workspace.Unusable("executors", "are of another build");
        }

        @Override
        public List<TaskOutcome> advance(LevelStep step, StopCondition halt) {
            throw new AssertionError("nothing was checked");
        }

        @Override
        public List<List<@Nullable Predecessor>> goBack(Backward backward) {
            throw new AssertionError("nothing was checked");
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    }

    @Test
    void aFolderOfSomethingElseOrInUseIsRefused() throws IOException {
        Files.createDirectories(folder());
        Closeable lock = FolderStorage.at(folder()).lock();
        assertThatThrownBy(this::resumed).isInstanceOf(Workspace.Unusable.class).hasMessageContaining("in use");
        lock.close();
        Files.writeString(folder().resolve("holiday.jpg"), "not mine");
        assertThatThrownBy(this::resumed)
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("holds no exploration");
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");
        assertThatThrownBy(() -> FolderStorage.at(file)).isInstanceOf(Workspace.Unusable.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskEndsTheSearchAndLosesNothing() throws IOException {
        search(false, 2, SOME, "a graph");
        int next = Integer.parseInt(files().stream()
                        .map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.startsWith("level-"))
                        .findFirst()
                        .orElseThrow()
                        .substring("level-".length()))
                + 1;
        Path full = folder().resolve("level-%05d.new".formatted(next + 3));
        Files.createSymbolicLink(full, Path.of("/dev/full"));
        // A resumed search deletes what it does not know, so the link is put there by the first progress report.
        PartitionedSetting setting = new PartitionedSetting(FolderStorage.at(folder()), true, 2, 70, 1 << 20);
        Exploration seen;
        try (Distribution local = new LocalDistribution(1, temporary.resolve("scratch"))) {
            seen = new PartitionedSearch(GRAPH, setting, local, ALL, report -> {
                        try {
                            if (!Files.isSymbolicLink(full)) {
                                Files.createSymbolicLink(full, Path.of("/dev/full"));
                            }
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                        return true;
                    })
                    .run("a graph");
        }
        assertThat(seen.stopped()).hasValueSatisfying(why -> assertThat(why).contains("No space left on device"));
        assertThat(Results.of(resumed())).isEqualTo(undisturbed());
    }
}
