package dev.lastack.checker.store;

import dev.lastack.checker.StateSpace;
import java.util.ArrayList;
import java.util.List;

/** All complete levels of an exploration, the first one first. */
public final class Levels implements StateSpace {

    private static final int BLOCK = 1024;

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
        long[] block = new long[BLOCK * words];
        for (int level = 0; level < levels.size(); level++) {
            long start = Math.max(from, firstOf(level));
            long end = Math.min(to, firstOf(level + 1));
            while (start < end) {
                int count = (int) Math.min(BLOCK, end - start);
                levels.get(level).read(start - firstOf(level), count, block);
                for (int i = 0; i < count; i++) {
                    visitor.state(start + i, block, i * words);
                }
                start += count;
            }
        }
    }

    @Override
    public long numberOf(long[] states, int offset) {
        for (int level = 0; level < levels.size(); level++) {
            long rank = levels.get(level).rank(states, offset);
            if (rank >= 0) {
                return firstOf(level) + rank;
            }
        }
        return -1;
    }
}
