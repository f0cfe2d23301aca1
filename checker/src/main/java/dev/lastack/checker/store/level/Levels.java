package dev.lastack.checker.store.level;

import dev.lastack.checker.StateSpace;
import java.util.ArrayList;
import java.util.List;

/** All complete levels of an exploration, the first one first. */
public final class Levels implements StateSpace {

    private final int words;
    private final List<Level> levels = new ArrayList<>();
    private final List<Long> firsts = new ArrayList<>(List.of(0L));

    public Levels(int words) {
        this.words = words;
    }

    public void add(Level level) {
        firsts.add(size() + level.size());
        levels.add(level);
    }

    public Level get(int level) {
        return levels.get(level);
    }

    @Override
    public int words() {
        return words;
    }

    @Override
    public long size() {
        return firsts.get(levels.size());
    }

    @Override
    public int levels() {
        return levels.size();
    }

    @Override
    public long firstOf(int level) {
        return firsts.get(level);
    }

    @Override
    public void forEach(long from, long to, Visitor visitor) {
        long[] block = new long[Level.blockLength(words)];
        for (int number = 0; number < levels.size(); number++) {
            long first = firstOf(number);
            long start = Math.max(from, first);
            long end = Math.min(to, firstOf(number + 1));
            if (start < end) {
                Level level = levels.get(number);
                Level.Reader reader = level.reader();
                int last = level.blockOf(end - 1 - first);
                for (int b = level.blockOf(start - first); b <= last; b++) {
                    int count = reader.read(b, block);
                    long at = first + level.firstRank(b);
                    for (int i = 0; i < count; i++) {
                        if (at + i >= start && at + i < end) {
                            visitor.state(at + i, block, i * words);
                        }
                    }
                }
            }
        }
    }

    @Override
    public long numberOf(long[] states, int offset) {
        long[] block = new long[Level.blockLength(words)];
        for (int level = 0; level < levels.size(); level++) {
            long rank = levels.get(level).reader().rank(states, offset, block);
            if (rank >= 0) {
                return firstOf(level) + rank;
            }
        }
        return -1;
    }
}
