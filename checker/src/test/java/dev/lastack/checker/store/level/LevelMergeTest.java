package dev.lastack.checker.store.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class LevelMergeTest {

    private static final Comparator<long[]> CANONICAL = (a, b) -> StateOrder.compare(a, 0, b, 0, a.length);

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void chunksAndRunsAreMergedIntoOneOrder(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int words, @ForAll boolean narrow) {
        Random random = new Random(seed);
        Memory memory = new Memory(1L << 30);
        TreeSet<long[]> expected = new TreeSet<>(CANONICAL);
        List<Ascending> inputs = new ArrayList<>();
        for (int input = 0; input < 6; input++) {
            Rows rows = new Rows(words, memory);
            Collector collector = new Collector(rows, sorted -> sorted);
            for (int i = 500 + random.nextInt(2_000); i >= 0; i--) {
                long[] state = random.longs(words)
                        .map(word -> narrow ? word & 0xfff : word)
                        .toArray();
                collector.add(state, 0);
                expected.add(state);
            }
            collector.flush();
            Run run = Run.of(rows.states, rows.size, words);
            inputs.add(input % 2 == 0 ? new Chunk(rows) : Runs.of(List.of(run), words));
        }
        LevelMerge merge = new LevelMerge(inputs, List.of(), 300, memory, words);
        assertThat(merge.windows()).isGreaterThan(1);
        assertThat(all(merge, words)).usingElementComparator(CANONICAL).containsExactlyElementsOf(expected);
    }

    private static List<long[]> all(LevelMerge merge, int words) {
        List<long[]> merged = new ArrayList<>();
        try (LevelMerge.Merger merger = merge.merger()) {
            for (int window = 0; window < merge.windows(); window++) {
                Rows rows = merger.merge(window);
                for (int i = 0; i < rows.size; i++) {
                    long[] state = new long[words];
                    System.arraycopy(rows.states, i * words, state, 0, words);
                    merged.add(state);
                }
            }
        }
        return merged;
    }
}
