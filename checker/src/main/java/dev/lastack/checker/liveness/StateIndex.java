package dev.lastack.checker.liveness;

import dev.lastack.checker.StateSpace;

/**
 * Finds the numbers of states: an open-addressed table of numbers beside the words of all states. A {@link StateSpace}
 * finds them too, level by level; a graph has many edges per state, so here it must not take longer than two
 * accesses to memory, and those of many states overlap.
 */
final class StateIndex {

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

    private final int words;
    private final long[][] chunks;
    private final int[] table;
    private final int shift;

    /** Indexes all states of {@code space}, of which there are less than 2^30. */
    StateIndex(StateSpace space) {
        words = space.words();
        chunks = new long[(int) ((space.size() + CHUNK_MASK) >>> CHUNK_BITS)][];
        int bits = tableBits(space.size());
        table = new int[1 << bits];
        shift = Long.SIZE - bits;
        space.forEach(0, space.size(), this::add);
    }

    /** Memory that an index of {@code states} states of {@code words} words takes. */
    static long bytes(long states, int words) {
        return states * words * Long.BYTES + ((long) Integer.BYTES << tableBits(states));
    }

    private static int tableBits(long states) {
        return Math.max(4, Long.SIZE - Long.numberOfLeadingZeros(states + states / 2));
    }

    private void add(long number, long[] states, int offset) {
        int state = (int) number;
        if ((state & CHUNK_MASK) == 0) {
            chunks[state >>> CHUNK_BITS] = new long[words << CHUNK_BITS];
        }
        System.arraycopy(states, offset, chunks[state >>> CHUNK_BITS], (state & CHUNK_MASK) * words, words);
        int slot = slot(states, offset);
        while (table[slot] != 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = state + 1;
    }

    /** The numbers of {@code count} states that stand one behind the other, each -1 if there is none. */
    void find(long[] states, int count, int[] numbers) {
        for (int i = 0; i < count; i++) {
            numbers[i] = slot(states, i * words);
        }
        // The loads of this loop wait for nothing but memory, so many are under way at once.
        for (int i = 0; i < count; i++) {
            numbers[i] = table[numbers[i]] - 1;
        }
        for (int i = 0; i < count; i++) {
            if (numbers[i] >= 0 && !equals(numbers[i], states, i * words)) {
                numbers[i] = find(states, i * words);
            }
        }
    }

    private int find(long[] states, int offset) {
        int slot = slot(states, offset);
        while (table[slot] != 0) {
            int state = table[slot] - 1;
            if (equals(state, states, offset)) {
                return state;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    private boolean equals(int state, long[] states, int offset) {
        long[] chunk = chunks[state >>> CHUNK_BITS];
        int start = (state & CHUNK_MASK) * words;
        for (int word = 0; word < words; word++) {
            if (chunk[start + word] != states[offset + word]) {
                return false;
            }
        }
        return true;
    }

    private int slot(long[] states, int offset) {
        long hash = 0;
        for (int word = 0; word < words; word++) {
            hash = (hash ^ states[offset + word]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) ((hash * 0xD6E8FEB86659FD93L) >>> shift);
    }
}
