package dev.lastack.checker.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.store.level.Memory;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuotientTableTest {

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aTableHoldsExactlyWhatWasAdded(
            @ForAll long seed,
            @ForAll @IntRange(min = 16, max = 56) int bits,
            @ForAll @IntRange(min = 8, max = 16) int homes,
            @ForAll boolean clustered) {
        Random random = new Random(seed);
        long mask = (1L << bits) - 1;
        // Clusters are at the beginning, or at the end, from where numbers get into the first buckets.
        long end = random.nextBoolean() ? mask : 0;
        QuotientTable table = QuotientTable.of(bits, homes, new Memory(Long.MAX_VALUE));
        Set<Long> reference = new HashSet<>();
        long[] batch = new long[100];
        for (int round = 0; round < 200; round++) {
            int count = 1 + random.nextInt(batch.length);
            int expected = 0;
            for (int i = 0; i < count; i++) {
                // Clustered numbers share homes, so that buckets overflow and tables grow before they are full.
                batch[i] = clustered ? (random.nextLong() & 0x3fff) << (bits - 15) ^ end : random.nextLong() & mask;
                expected += reference.add(batch[i]) ? 1 : 0;
            }
            assertThat(table.addAll(batch, 0, count)).isEqualTo(expected);
        }
        assertThat(table.size()).isEqualTo(reference.size());
        for (long number : reference) {
            batch[0] = number;
            assertThat(table.addAll(batch, 0, 1)).isZero();
        }
    }

    @Test
    void newNumbersAreMovedToTheFront() {
        QuotientTable table = QuotientTable.of(32, 16, new Memory(Long.MAX_VALUE));
        long[] numbers = {-1, 5, 6, 5, 7, -1};
        assertThat(table.addAll(numbers, 1, 4)).isEqualTo(3);
        assertThat(numbers).startsWith(-1, 5, 6, 7);
        assertThat(numbers[5]).isEqualTo(-1);
    }

    @Test
    void everyNumberOfASmallRangeIsTold() {
        int bits = 16;
        QuotientTable table = QuotientTable.of(bits, 16, new Memory(Long.MAX_VALUE));
        long[] one = new long[1];
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < 1 << bits; number++) {
                one[0] = number;
                assertThat(table.addAll(one, 0, 1)).isEqualTo(round == 0 ? 1 : 0);
            }
        }
    }

    @Test
    void growthStopsAtTheBudgetBeforeAnythingIsLost() {
        Memory memory = new Memory(1 << 16);
        QuotientTable table = QuotientTable.of(48, 16, memory);
        KeyMix mix = new KeyMix(48);
        long[] one = new long[1];
        assertThatThrownBy(() -> {
                    for (int number = 0; ; number++) {
                        one[0] = mix.mix(number);
                        table.addAll(one, 0, 1);
                    }
                })
                .isInstanceOf(Memory.Exhausted.class)
                .hasMessageContaining("65536");
        assertThat(memory.used()).isLessThanOrEqualTo(1 << 16);
        int held = table.size();
        assertThat(held).isGreaterThan(2_000);
        for (int number = 0; number < held; number++) {
            one[0] = mix.mix(number);
            assertThat(table.addAll(one, 0, 1)).isZero();
        }
    }
}
