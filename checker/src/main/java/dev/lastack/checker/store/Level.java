package dev.lastack.checker.store;

import java.util.List;

/** The states of one breadth-first level, in canonical order. */
public final class Level {

    private final int words;
    private final long[] rows;
    private final int size;

    private Level(int words, long[] rows, int size) {
        this.words = words;
        this.rows = rows;
        this.size = size;
    }

    /** Sorts what the workers found, which holds no state twice, and clears it. */
    public static Level of(List<Rows> found, int words, Memory memory) {
        long total = found.stream().mapToLong(Rows::size).sum();
        int length = Math.multiplyExact(Math.toIntExact(total), words);
        memory.claim(16L * length);
        long[] rows = new long[length];
        int filled = 0;
        for (Rows part : found) {
            System.arraycopy(part.array(), 0, rows, filled * words, part.size() * words);
            filled += part.size();
            part.clear();
        }
        long[] sorted = StateOrder.sort(rows, new long[length], filled, words);
        memory.release(8L * length);
        return new Level(words, sorted, filled);
    }

    public long size() {
        return size;
    }

    /** Copies the states {@code from} to {@code from + count - 1} to the start of {@code into}. */
    public void read(long from, int count, long[] into) {
        System.arraycopy(rows, (int) from * words, into, 0, count * words);
    }

    /** The rank of the state at {@code states[offset..]} in this level, or -1. */
    public long rank(long[] states, int offset) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = StateOrder.compare(rows, middle * words, states, offset, words);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
