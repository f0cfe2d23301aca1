package dev.lastack.checker.store.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.store.StateStore;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.Levels;
import dev.lastack.checker.store.level.Memory;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStoreTest {

    private static final int STATES = 1_000_000;

    @TempDir
    Path temporary;

    private final Memory memory = new Memory(6 << 20);
    private final Levels levels = new Levels(1);
    private long told;

    @Test
    void candidatesBeyondTheQuotaAreWrittenAndMergedWithTheRest() {
        Workspace workspace = new Workspace(temporary.resolve("levels"), "numbers", false);
        try (LevelFiles files = LevelFiles.open(workspace, "numbers", 1)) {
            DiskStore store = new DiskStore(1, 1, memory, levels, files);
            StateStore.Intake intake = store.intake((states, offset) -> told++);
            long[] first = numbers(1, 2);
            long[] second = numbers(2, 3);
            long expected = LongStream.of(first).distinct().count();
            levels.add(level(store, intake, files, first));
            assertThat(levels.size()).isEqualTo(told).isEqualTo(expected);
            long used = memory.used();
            expected = LongStream.concat(LongStream.of(first), LongStream.of(second))
                    .distinct()
                    .count();
            levels.add(level(store, intake, files, second));
            assertThat(levels.size()).isEqualTo(told).isEqualTo(expected);
            assertThat(memory.used()).isEqualTo(used);
        }
    }

    private Level level(DiskStore store, StateStore.Intake intake, LevelFiles files, long[] candidates) {
        for (int i = 0; i < candidates.length; i++) {
            intake.add(candidates, i);
        }
        intake.flush();
        assertThat(files.candidates(0, 1)).exists();
        StateStore.Closing closing = store.close();
        closing.work(0, () -> false);
        Level level = closing.level();
        assertThat(files.candidates(0, 0)).doesNotExist();
        assertThat(files.candidates(0, 1)).doesNotExist();
        return level;
    }

    /** Half of them from the one seed, half from the other. */
    private static long[] numbers(long seed, long other) {
        return LongStream.concat(
                        new SplittableRandom(seed).longs(STATES / 2), new SplittableRandom(other).longs(STATES / 2))
                .toArray();
    }
}
