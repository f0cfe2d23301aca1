package dev.lastack.checker.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeyMixTest {

    @Property
    void mixingIsUndone(@ForAll long value, @ForAll @IntRange(min = 2, max = 64) int bits) {
        long key = value & -1L >>> (64 - bits);
        KeyMix mix = new KeyMix(bits);
        assertThat(mix.unmix(mix.mix(key))).isEqualTo(key);
        assertThat(mix.mix(key) & ~(-1L >>> (64 - bits))).isZero();
    }

    @Test
    void allNumbersOfTwentyBitsAreReached() {
        KeyMix mix = new KeyMix(20);
        BitSet reached = new BitSet();
        for (int key = 0; key < 1 << 20; key++) {
            reached.set((int) mix.mix(key));
        }
        assertThat(reached.cardinality()).isEqualTo(1 << 20);
    }
}
