package dev.lastack.checker.partition.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.partition.MemoryStorage;
import dev.lastack.checker.store.level.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class CompactionTest {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void partsStayFewAndAreSeldomRewritten(
            @ForAll @Size(min = 1, max = 400) List<@LongRange(min = 1, max = 1_000_000) Long> levels) {
        List<Part> parts = new ArrayList<>();
        long all = 0;
        long rewritten = 0;
        for (int level = 0; level < levels.size(); level++) {
            int first = Compaction.firstToMerge(parts);
            if (first < parts.size()) {
                List<Part> merged = parts.subList(first, parts.size());
                long states = merged.stream().mapToLong(Part::states).sum();
                rewritten += states;
                Part whole = new Part("merged", 0, 0, states, merged.get(0).firstLevel(), level - 1);
                merged.clear();
                parts.add(whole);
            }
            parts.add(new Part("level", 0, 0, levels.get(level), level, level));
            all += levels.get(level);
            assertThat(parts).hasSizeLessThanOrEqualTo(Compaction.FEWEST + 1 + log2(all));
        }
        // Whoever is merged ends up in a part of at least twice the size, except when newer parts outgrow older ones.
        assertThat(rewritten).isLessThanOrEqualTo(all * (1 + log2(all)));
    }

    private static int log2(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void aMergedPartHasEveryStateOnceAndKnowsItsLevel(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int words,
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(min = 1, max = 20_000) int states,
            @ForAll @IntRange(max = 1_000) int gap) {
        Random random = new Random(seed);
        MemoryStorage storage = new MemoryStorage();
        List<Part> parts = new ArrayList<>();
        Map<Long, Integer> levels = new TreeMap<>(Long::compareUnsigned);
        for (int part = 0; part < count; part++) {
            Map<Long, Integer> own = new TreeMap<>(Long::compareUnsigned);
            for (int i = 0; i < states; i++) {
                long state = random.nextLong() >> random.nextInt(60);
                if (!levels.containsKey(state)) {
                    own.put(state, part * gap);
                }
            }
            if (!own.isEmpty()) {
                levels.putAll(own);
                parts.add(write(storage, own, part * gap, words));
            }
        }
        Part once = Compaction.merge(storage, parts, "merged", words);
        // Merging what was merged before keeps the levels as well.
        Part merged = Compaction.merge(storage, List.of(once), "again", words);
        assertThat(merged.states()).isEqualTo(levels.size());
        for (int level : levels.values().stream().distinct().toList()) {
            List<Long> expected = levels.entrySet().stream()
                    .filter(entry -> entry.getValue() == level)
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(states(storage, merged, level, words)).isEqualTo(expected);
        }
    }

    private static Part write(MemoryStorage storage, Map<Long, Integer> states, int level, int words) {
        try (PartWriter writer =
                new PartWriter(storage, "part-" + level + "-" + storage.names().size(), words)) {
            long[] rows = new long[states.size() * words];
            int i = 0;
            for (long state : states.keySet()) {
                i++;
                rows[i * words - 1] = state;
            }
            writer.append(rows, states.size(), new byte[0]);
            return writer.finish(level, level);
        }
    }

    private static List<Long> states(MemoryStorage storage, Part part, int number, int words) {
        List<Long> states = new ArrayList<>();
        try (PartFile file = new PartFile(storage, part, words)) {
            Level level = file.level(number);
            long[] block = new long[Level.blockLength(words)];
            Level.Reader reader = level.reader();
            for (int b = 0; b < level.blocks(); b++) {
                int count = reader.read(b, block);
                for (int i = 1; i <= count; i++) {
                    states.add(block[i * words - 1]);
                }
            }
        }
        return states;
    }
}
