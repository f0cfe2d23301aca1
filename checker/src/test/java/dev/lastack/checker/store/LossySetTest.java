package dev.lastack.checker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LossySetTest {

    @Test
    void theExpectedOmissionsAreThoseOfRandomHashes() {
        Random random = new Random(7);
        BitSet stored = new BitSet();
        int met = 2_000_000;
        for (int i = 0; i < met; i++) {
            stored.set(random.nextInt() >>> 8);
        }
        double omitted = met - stored.cardinality();
        assertThat(LossySet.expectedOmissions(stored.cardinality(), 24)).isCloseTo(omitted, within(omitted / 50));
    }

    @Test
    void fewStatesInManyBitsLoseLess() {
        assertThat(LossySet.expectedOmissions(1_000_000, 64)).isCloseTo(2.71e-8, within(1e-10));
        assertThat(LossySet.expectedOmissions(10_000_000, 40)).isCloseTo(45.5, within(0.1));
    }
}
