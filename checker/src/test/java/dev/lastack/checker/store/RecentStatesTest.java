package dev.lastack.checker.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RecentStatesTest {

    @Property(tries = 30)
    void whatIsRememberedWasSeenAndWhatWasJustSeenIsRemembered(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int words, @ForAll boolean fromZero) {
        RecentStates recent = new RecentStates(words);
        Random random = new Random(seed);
        Set<String> seen = new HashSet<>();
        long[] states = new long[words + 1];
        for (int i = 0; i < 5_000; i++) {
            for (int word = 1; word <= words; word++) {
                states[word] = fromZero && i == 0 ? 0 : random.nextInt(i / 10 + 2) / words;
            }
            boolean isNew = recent.add(states, 1);
            if (seen.add(Arrays.toString(states))) {
                assertThat(isNew).isTrue();
            }
            assertThat(recent.add(states, 1)).isFalse();
        }
    }
}
