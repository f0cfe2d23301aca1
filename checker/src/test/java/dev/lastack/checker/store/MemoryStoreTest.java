package dev.lastack.checker.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Expander;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.level.Level;
import dev.lastack.checker.store.level.Levels;
import dev.lastack.checker.store.level.Memory;
import dev.lastack.checker.store.level.Run;
import dev.lastack.checker.store.table.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryStoreTest {

    /** Only the shape of states counts here. */
    private record Shape(List<Integer> widths) implements TransitionSystem {
        @Override
        public int words() {
            return widths.size();
        }

        @Override
        public int significantBits(int word) {
            return widths.get(word);
        }

        @Override
        public Expander expander() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String describeAction(long[] state, int action) {
            return "";
        }

        @Override
        public String describeState(long[] state) {
            return "";
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void manyThreadsTellEveryStateToBeNewExactlyOnce(
            @ForAll long seed,
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 1, max = 64) Integer> widthList,
            @ForAll @IntRange(min = 2, max = 8) int threads)
            throws Exception {
        int[] widths = widthList.stream().mapToInt(width -> width).toArray();
        Memory memory = new Memory(1L << 30);
        MemoryStore store = new MemoryStore(new Shape(widthList), memory);
        Set<String> added = ConcurrentHashMap.newKeySet();
        Set<String> told = ConcurrentHashMap.newKeySet();
        AtomicLong tellings = new AtomicLong();
        Thread[] running = IntStream.range(0, threads)
                .mapToObj(number -> {
                    StateStore.Intake intake = store.intake((states, offset) -> {
                        tellings.incrementAndGet();
                        told.add(text(states, offset, widths.length));
                    });
                    return new Thread(() -> fill(intake, new SplittableRandom(seed), number, widths, added));
                })
                .toArray(Thread[]::new);
        for (Thread thread : running) {
            thread.start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        assertThat(told).isEqualTo(added);
        assertThat(tellings.get()).isEqualTo(added.size());
        assertThat(store.size()).isEqualTo(added.size());
        StateStore.Closing closing = store.close();
        if (closing.hands() > 0) {
            closing.work(0, () -> false);
        }
        assertThat(closing.level().size()).isEqualTo(added.size());
    }

    /** All threads add much the same states, each in an order of its own. */
    private static void fill(
            StateStore.Intake intake, SplittableRandom random, int thread, int[] widths, Set<String> added) {
        int count = 20_000;
        long[] states = new long[count * widths.length];
        for (int i = 0; i < states.length; i++) {
            int width = widths[i % widths.length];
            states[i] = (random.nextInt(2) == 0 ? random.nextInt(50) : random.nextLong()) & -1L >>> (64 - width);
        }
        for (int i = 0; i < count; i++) {
            int at = (int) ((i * 7_919L + thread * 4_001L) % count) * widths.length;
            intake.add(states, at);
            added.add(text(states, at, widths.length));
        }
        intake.flush();
    }

    @Test
    void restoredLevelsCostWhatTheirStatesTake() {
        Memory memory = new Memory(1L << 30);
        MemoryStore store = new MemoryStore(new Shape(List.of(40)), memory);
        store.restore(levelOf(0));
        long used = memory.used();
        for (int state = 1; state <= 100; state++) {
            assertThat(store.restore(levelOf(state)).size()).isEqualTo(1);
        }
        assertThat(store.size()).isEqualTo(101);
        assertThat(memory.used() - used).isLessThan(1 << 16);
    }

    @ParameterizedTest
    @ValueSource(longs = {14, 1_024})
    void aLevelIsTheSameWhetherOrNotItIsCodedEarlyForWantOfMemory(long megabytes) {
        Memory memory = new Memory(megabytes << 20);
        MemoryStore store = new MemoryStore(new Shape(List.of(40)), memory);
        StateStore.Intake intake = store.intake((states, offset) -> {});
        long[] states = new SplittableRandom(7)
                .longs(400_000)
                .map(word -> word & (1L << 40) - 1)
                .toArray();
        for (int i = 0; i < states.length; i++) {
            intake.add(states, i);
        }
        intake.flush();
        assertThat(memory.used()).isLessThan(megabytes << 20);
        StateStore.Closing closing = store.close();
        closing.work(0, () -> false);
        Levels levels = new Levels(1);
        levels.add(closing.level());
        LongStream.Builder held = LongStream.builder();
        levels.forEach(0, levels.size(), (number, state, offset) -> held.add(state[offset]));
        long[] expected = LongStream.of(states).distinct().sorted().toArray();
        assertThat(Arrays.equals(held.build().toArray(), expected)).isTrue();
    }

    private static Level levelOf(long state) {
        return Level.of(List.of(Run.of(new long[] {state}, 1, 1)), 1);
    }

    private static String text(long[] states, int offset, int words) {
        return Arrays.toString(Arrays.copyOfRange(states, offset, offset + words));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void foldingIsUndone(
            @ForAll long seed, @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 64) Integer> widthList) {
        int[] widths = widthList.stream().mapToInt(width -> width).toArray();
        Folding folding = Folding.of(new Shape(widthList), new Memory(1L << 32));
        Folding.Folder folder = folding.folder();
        Folding.Folder other = folding.folder();
        SplittableRandom random = new SplittableRandom(seed);
        long[] state = new long[widths.length];
        long[] back = new long[widths.length];
        for (int round = 0; round < 500; round++) {
            int word = random.nextInt(widths.length);
            state[word] = random.nextLong() & -1L >>> (64 - widths[word]);
            long key = folder.fold(state, 0);
            assertThat(key & ~(-1L >>> (64 - folding.bits()))).isZero();
            assertThat(other.fold(state, 0)).isEqualTo(key);
            other.unfold(key, back);
            assertThat(back).isEqualTo(state);
        }
    }
}
