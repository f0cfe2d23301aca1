package dev.lastack.checker.store;

import java.util.Arrays;

/** A growing array of states, word after word, accounted for in {@link Memory}. */
public final class Rows {

    private static final int FIRST_CAPACITY = 64;

    private final int words;
    private final Memory memory;
    private long[] array = new long[0];
    private int size;

    public Rows(int words, Memory memory) {
        this.words = words;
        this.memory = memory;
    }

    public void add(long[] states, int offset) {
        if ((size + 1) * words > array.length) {
            grow();
        }
        System.arraycopy(states, offset, array, size * words, words);
        size++;
    }

    private void grow() {
        int capacity = Math.max(FIRST_CAPACITY * words, Math.multiplyExact(array.length, 2));
        memory.claim(8L * capacity);
        long[] grown = Arrays.copyOf(array, capacity);
        memory.release(8L * array.length);
        array = grown;
    }

    public int size() {
        return size;
    }

    /** The states, {@link #size} of them from index 0 on. */
    long[] array() {
        return array;
    }

    /** Forgets the states and gives their memory back. */
    public void clear() {
        memory.release(8L * array.length);
        array = new long[0];
        size = 0;
    }
}
