package dev.lastack.checker.store.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowsTest {

    @Property(tries = 200)
    void whatIsAmongOthersIsDropped(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int words,
            @ForAll @IntRange(min = 1, max = 64) int bits,
            @ForAll @IntRange(min = 0, max = 300) int most) {
        Random random = new Random(seed);
        Set<long[]> mine = states(random, words, bits, most);
        Set<long[]> others = states(random, words, bits, most);
        others.addAll(mine.stream().filter(state -> random.nextInt(3) == 0).toList());
        Rows rows = rows(mine, words);

        rows.dropAll(rows(others, words));

        mine.removeAll(others);
        assertThat(held(rows)).isEqualTo(mine.stream().map(Arrays::toString).toList());
    }

    private static Set<long[]> states(Random random, int words, int bits, int most) {
        Set<long[]> states = new TreeSet<>((a, b) -> StateOrder.compare(a, 0, b, 0, words));
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            states.add(
                    random.longs(words).map(word -> word >>> (Long.SIZE - bits)).toArray());
        }
        return states;
    }

    private static Rows rows(Set<long[]> states, int words) {
        Rows rows = new Rows(words, new Memory(Long.MAX_VALUE));
        states.forEach(state -> rows.add(state, 0));
        return rows;
    }

    private static List<String> held(Rows rows) {
        return IntStream.range(0, rows.size)
                .mapToObj(i -> Arrays.toString(Arrays.copyOfRange(rows.states, i * rows.words, (i + 1) * rows.words)))
                .toList();
    }
}
