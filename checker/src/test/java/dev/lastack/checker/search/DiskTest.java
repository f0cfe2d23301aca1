package dev.lastack.checker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskTest {

    static final TinySystem GRID = ScatteredGrid.of(16);

    /** Enough for the first levels of 83,521 states of three words, too little for all, so that the search goes on from disk. */
    static long little(int workers) {
        return (3L << 20) + ((long) workers << 21);
    }

    static final List<Property> PROPERTIES = List.of(
            new Property.Invariant("far", (s, o) -> true, (s, o) -> (s[o] & 0xff) != 17),
            new Property.StepInvariant("steps", 1, 4),
            new Property.Reachable("end", (s, o) -> s[o + 2] == ScatteredGrid.state(0x10101010L)[2]),
            new Property.DeadlockFree("free", (s, o) -> false));

    @TempDir
    Path temporary;

    static String summary(Exploration seen) {
        return seen.distinct() + " " + seen.generated() + " " + seen.levels() + " " + seen.cuts() + " "
                + seen.verdicts().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + render(entry.getValue()))
                        .toList();
    }

    private static String render(Verdict verdict) {
        if (verdict instanceof Verdict.Violated violated) {
            return "violated " + actions(violated.trace());
        }
        return verdict instanceof Verdict.Witnessed witnessed
                ? "witnessed " + actions(witnessed.trace())
                : verdict.toString();
    }

    private static List<Integer> actions(Trace trace) {
        return trace.steps().stream().map(Trace.Step::action).toList();
    }

    private static Explorer explorer(Limits limits) {
        return new Explorer(GRID, PROPERTIES, limits, Progress.NONE);
    }

    static String undisturbed() {
        return summary(explorer(Limits.none().withWorkers(1)).run());
    }

    private Workspace workspace(boolean resume) {
        return new Workspace(temporary.resolve("levels"), "the grid", resume);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatDoesNotFitIntoMemoryIsExploredOnDiskWithTheSameResult(int workers) {
        Limits limits = Limits.none().withMaxBytes(little(workers)).withWorkers(workers);
        Exploration inMemory = explorer(limits).run();
        assertThat(inMemory.stopped()).isPresent();
        assertThat(inMemory.levels()).isBetween(10, 60);
        assertThat(summary(explorer(limits).in(workspace(false)).run())).isEqualTo(undisturbed());
    }

    @Test
    void theGridHasAllItsStates() {
        assertThat(undisturbed()).startsWith("83521 ");
    }

    @Test
    void whatFitsIsExploredInMemoryAndSavedAllTheSame() {
        Limits limits = Limits.none().withWorkers(2);
        Exploration seen = explorer(limits).in(workspace(false)).run();
        assertThat(summary(seen)).isEqualTo(undisturbed());
        assertThat(seen.states()).isPresent();
        assertThat(summary(explorer(limits).in(workspace(true)).run())).isEqualTo(undisturbed());
        assertThat(summary(explorer(limits.withMaxBytes(little(2)))
                        .in(workspace(true))
                        .run()))
                .isEqualTo(undisturbed());
    }

    @Test
    void aSearchThatWasStoppedGoesOnFromItsLastCompleteLevel() {
        Limits limits = Limits.none().withWorkers(2);
        explorer(limits.withMaxStates(20_000)).in(workspace(false)).run();
        explorer(limits.withMaxStates(60_000).withMaxBytes(little(2)))
                .in(workspace(true))
                .run();
        assertThat(summary(explorer(limits.withWorkers(3)).in(workspace(true)).run()))
                .isEqualTo(undisturbed());
    }

    @Test
    void whatAKilledProcessLeavesUnfinishedIsOfNoAccount() throws IOException {
        Limits limits = Limits.none().withWorkers(2);
        explorer(limits.withMaxStates(20_000)).in(workspace(false)).run();
        Path directory = workspace(true).directory();
        Files.writeString(directory.resolve("level-00040-00"), "torn");
        Files.writeString(directory.resolve("level-00021.new"), "torn");
        Files.writeString(directory.resolve("candidates-00-0000"), "torn");
        assertThat(summary(explorer(limits.withMaxBytes(little(2)))
                        .in(workspace(true))
                        .run()))
                .isEqualTo(undisturbed());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskEndsTheSearchAndLosesNothing() throws IOException {
        Limits limits = Limits.none().withWorkers(2);
        explorer(limits.withMaxStates(5_000)).in(workspace(false)).run();
        for (long budget : new long[] {limits.maxBytes(), little(2)}) {
            Path full = workspace(true).directory().resolve("level-00040-00");
            Files.createSymbolicLink(full, Path.of("/dev/full"));
            Exploration seen =
                    explorer(limits.withMaxBytes(budget)).in(workspace(true)).run();
            assertThat(seen.stopped())
                    .hasValueSatisfying(why ->
                            assertThat(why).contains("No space left on device").contains(full.toString()));
            assertThat(seen.verdicts().get("steps")).isInstanceOf(Verdict.Inconclusive.class);
            Files.delete(full);
        }
        assertThat(summary(explorer(limits).in(workspace(true)).run())).isEqualTo(undisturbed());
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        Limits limits = Limits.none().withMaxStates(5_000);
        explorer(limits).in(workspace(false)).run();
        Random random = new Random(7);
        List<Path> files;
        try (var listed = Files.list(workspace(true).directory())) {
            files = listed.filter(path -> !path.endsWith("lock")).sorted().toList();
        }
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < 3; i++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                assertThatThrownBy(() -> explorer(limits).in(workspace(true)).run())
                        .isInstanceOf(Workspace.Unusable.class)
                        .hasMessageContaining(temporary.toString());
            }
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            assertThatThrownBy(() -> explorer(limits).in(workspace(true)).run()).isInstanceOf(Workspace.Unusable.class);
            Files.write(file, whole);
        }
        assertThat(explorer(limits).in(workspace(true)).run().distinct()).isGreaterThan(5_000);
    }

    @Test
    void aDirectoryOfSomethingElseIsRefused() throws IOException {
        Limits limits = Limits.none().withMaxStates(100);
        explorer(limits).in(workspace(false)).run();
        assertThatThrownBy(() -> explorer(limits).in(workspace(false)).run())
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("resume");
        Workspace other = new Workspace(workspace(true).directory(), "another grid", true);
        assertThatThrownBy(() -> explorer(limits).in(other).run())
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("something else");
        Path foreign = Files.createDirectory(temporary.resolve("photos"));
        Files.writeString(foreign.resolve("holiday.jpg"), "not mine");
        assertThatThrownBy(() -> explorer(limits)
                        .in(new Workspace(foreign, "the grid", true))
                        .run())
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("photos");
        Path file = Files.writeString(temporary.resolve("file"), "not a directory");
        assertThatThrownBy(() -> explorer(limits)
                        .in(new Workspace(file, "the grid", false))
                        .run())
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("file");
    }

    /** Sixty levels of one state each, whose files are equally long. */
    private Exploration line(String directory, int first, Limits limits) {
        TinySystem line = TinySystem.of(
                (state, sink) -> {
                    if (state[0] < first + 60) {
                        sink.step(0, 0, new long[] {state[0] + 1}, 0);
                    }
                },
                first);
        Workspace workspace = new Workspace(temporary.resolve(directory), "the line from " + first, true);
        return new Explorer(line, List.of(), limits, Progress.NONE)
                .in(workspace)
                .run();
    }

    private void assertRefused(Path foreign, Path of, String why) throws IOException {
        byte[] own = Files.readAllBytes(of);
        Files.copy(foreign, of, StandardCopyOption.REPLACE_EXISTING);
        for (long budget : new long[] {Limits.none().maxBytes(), 1 << 16}) {
            assertThatThrownBy(() -> line("line", 1, Limits.none().withMaxBytes(budget)))
                    .isInstanceOf(Workspace.Unusable.class)
                    .hasMessageStartingWith(of + ": ")
                    .hasMessageContaining(why);
        }
        Files.write(of, own);
    }

    @Test
    void aWholeFileOfAnotherLevelOrAnotherExplorationIsRefused() throws IOException {
        Limits some = Limits.none().withMaxStates(20);
        line("line", 1, some);
        line("other", 1000, some);
        Path levels = temporary.resolve("line");

        assertRefused(levels.resolve("level-00003"), levels.resolve("level-00004"), "level 3, not of level 4");
        assertRefused(levels.resolve("level-00004"), levels.resolve("level-00003"), "level 4, not of level 3");
        assertRefused(levels.resolve("level-00003-00"), levels.resolve("level-00004-00"), "other states");
        assertRefused(
                temporary.resolve("other").resolve("level-00003"), levels.resolve("level-00003"), "something else");
        assertThat(line("line", 1, Limits.none()).distinct()).isEqualTo(61);
    }

    @Test
    void aMissingPartIsNoticed() throws IOException {
        Limits limits = Limits.none().withMaxStates(5_000);
        explorer(limits).in(workspace(false)).run();
        Path part = workspace(true).directory().resolve("level-00003-00");
        Files.move(part, Objects.requireNonNull(part.getParent()).resolve("moved"), StandardCopyOption.ATOMIC_MOVE);
        assertThatThrownBy(() -> explorer(limits).in(workspace(true)).run())
                .isInstanceOf(Workspace.Unusable.class)
                .hasMessageContaining("level-00003-00");
    }
}
