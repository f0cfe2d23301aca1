package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.Arrays;

/**
 * The states that a graph is made of, numbered in the order of their space, and the numbers of them all: an
 * open-addressed table of numbers next to the words. A {@link StateSpace} finds numbers too, level by level; a graph
 * has many edges per state, so here it must not take longer than two accesses to memory, and those of many
 * states overlap.
 */
final class StateIndex {

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

    private final int words;
    private final long maxBytes;
    private long[][] chunks = new long[16][];
    private int[] table = {};
    private int shift;
    private int size;

    private StateIndex(int words, long maxBytes) {
        this.words = words;
        this.maxBytes = maxBytes;
    }

    /**
     * Indexes the states of {@code space} that are {@code wanted}, less than 2^30.
     *
     * @throws StoppedException if that takes more than {@code maxBytes}
     */
    static StateIndex of(StateSpace space, StatePredicate wanted, SearchClock watch, long maxBytes)
            throws StoppedException {
        StateIndex index = new StateIndex(space.words(), maxBytes);
        for (long from = 0; from < space.size(); from += 1 << CHUNK_BITS) {
            watch.look("indexing", "states", from, space.size());
            space.forEach(from, Math.min(from + (1 << CHUNK_BITS), space.size()), (number, states, offset) -> {
                if (wanted.test(states, offset)) {
                    index.append(states, offset);
                }
            });
            index.requireRoom();
        }
        index.fillTable();
        return index;
    }

    private void append(long[] states, int offset) {
        int chunk = size >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if ((size & CHUNK_MASK) == 0) {
            chunks[chunk] = new long[words << CHUNK_BITS];
        }
        System.arraycopy(states, offset, chunks[chunk], (size & CHUNK_MASK) * words, words);
        size++;
    }

    private void requireRoom() throws StoppedException {
        if (bytes() > maxBytes) {
            throw outOfBytes(maxBytes);
        }
    }

    static StoppedException outOfBytes(long granted) {
        return new StoppedException("memory: the state graph needs more than the " + granted + " bytes that are left");
    }

    private void fillTable() {
        int bits = tableBits();
        table = new int[1 << bits];
        shift = Long.SIZE - bits;
        for (int state = 0; state < size; state++) {
            int slot = slot(chunks[state >>> CHUNK_BITS], (state & CHUNK_MASK) * words);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = state + 1;
        }
    }

    /** Memory that the words take, and their table. */
    long bytes() {
        return (long) size * words * Long.BYTES + ((long) Integer.BYTES << tableBits());
    }

    private int tableBits() {
        return Math.max(4, Long.SIZE - Long.numberOfLeadingZeros((long) size + size / 2));
    }

    /** How many states are indexed. */
    int size() {
        return size;
    }

    /** Hands the states numbered {@code from} (inclusive) to {@code to} (exclusive) to {@code visitor}, in order. */
    void forEach(int from, int to, StateSpace.Visitor visitor) {
        for (int state = from; state < to; state++) {
            visitor.state(state, chunks[state >>> CHUNK_BITS], (state & CHUNK_MASK) * words);
        }
    }

    /** The numbers of {@code count} states that stand one behind the other, each -1 if it is not indexed. */
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

    /** The number of the state at {@code states[offset..]}, or -1 if it is not indexed. */
    int find(long[] states, int offset) {
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
