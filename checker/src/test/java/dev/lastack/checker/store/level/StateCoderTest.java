package dev.lastack.checker.store.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class StateCoderTest {

    /** Distinct states in order; {@code alike} of their words' leading bits are the same in all. */
    static long[] ascending(long seed, int count, int words, int alike) {
        Random random = new Random(seed);
        TreeSet<long[]> states = new TreeSet<>(Arrays::compareUnsigned);
        for (int i = 0; i < count; i++) {
            long[] state = new long[words];
            for (int word = 0; word < words; word++) {
                state[word] = random.nextInt(3) == 0 ? 0 : random.nextLong() >>> alike;
            }
            states.add(state);
        }
        return states.stream().flatMapToLong(Arrays::stream).toArray();
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void aRunIsReadAsItWasWritten(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 900) int count,
            @ForAll @IntRange(min = 1, max = 9) int words,
            @ForAll @IntRange(min = 0, max = 63) int alike) {
        long[] rows = ascending(seed, count, words, alike);
        int size = rows.length / words;
        Run run = Run.of(rows, size, words);
        ByteBuffer bytes = ByteBuffer.allocate(run.storedBytes());
        run.store(bytes);
        for (Run copy : new Run[] {run, Run.stored(bytes.flip(), words)}) {
            long[] read = new long[(size + Run.BLOCK) * words];
            int filled = 0;
            for (int block = 0; block < copy.blocks(); block++) {
                filled += copy.read(block, read, filled * words);
            }
            assertThat(Arrays.copyOf(read, filled * words)).isEqualTo(rows);
            long[] block = new long[Run.BLOCK * words];
            for (int i = 0; i < size; i += 7) {
                assertThat(copy.rank(rows, i * words, block)).isEqualTo(i);
            }
            long[] other = Arrays.copyOf(rows, words);
            other[words - 1] ^= 1;
            int expected = -1;
            for (int i = 0; i < size; i++) {
                expected = StateOrder.compare(rows, i * words, other, 0, words) == 0 ? i : expected;
            }
            assertThat(copy.rank(other, 0, block)).isEqualTo(expected);
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void sortingBringsStatesIntoTheirOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3_000) int count,
            @ForAll @IntRange(min = 1, max = 4) int words,
            @ForAll @IntRange(min = 0, max = 63) int alike) {
        long[] rows = ascending(seed, count, words, alike);
        int size = rows.length / words;
        long[] shuffled = rows.clone();
        Random random = new Random(seed);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            for (int word = 0; word < words; word++) {
                long swap = shuffled[i * words + word];
                shuffled[i * words + word] = shuffled[j * words + word];
                shuffled[j * words + word] = swap;
            }
        }
        new StateSorter(words).sort(shuffled, size);
        assertThat(shuffled).isEqualTo(rows);
    }
}
