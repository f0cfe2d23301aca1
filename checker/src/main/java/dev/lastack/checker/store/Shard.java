package dev.lastack.checker.store;

/** One shard of a {@link ShardedStore}: a table with linear probing, at most three quarters full. */
final class Shard {

    private static final int FIRST_CAPACITY = 16;

    private final int words;
    private final Memory memory;
    private long[] rows;
    private boolean[] taken;
    private int size;

    Shard(int words, Memory memory) {
        this.words = words;
        this.memory = memory;
        memory.claim(bytes(FIRST_CAPACITY));
        this.rows = new long[FIRST_CAPACITY * words];
        this.taken = new boolean[FIRST_CAPACITY];
    }

    private long bytes(int capacity) {
        return capacity * (8L * words + 1);
    }

    synchronized int size() {
        return size;
    }

    /** Returns whether the state is new. */
    synchronized boolean add(long[] states, int offset, long hash) {
        int slot = find(states, offset, hash);
        if (taken[slot]) {
            return false;
        }
        put(slot, states, offset);
        size++;
        if (size > taken.length / 4 * 3) {
            grow();
        }
        return true;
    }

    private int find(long[] states, int offset, long hash) {
        int mask = taken.length - 1;
        int slot = (int) hash & mask;
        while (taken[slot] && StateOrder.compare(rows, slot * words, states, offset, words) != 0) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void put(int slot, long[] states, int offset) {
        taken[slot] = true;
        System.arraycopy(states, offset, rows, slot * words, words);
    }

    private void grow() {
        int capacity = Math.multiplyExact(taken.length, 2);
        memory.claim(bytes(capacity));
        long[] oldRows = rows;
        boolean[] oldTaken = taken;
        rows = new long[Math.multiplyExact(capacity, words)];
        taken = new boolean[capacity];
        for (int slot = 0; slot < oldTaken.length; slot++) {
            if (oldTaken[slot]) {
                int offset = slot * words;
                put(find(oldRows, offset, ShardedStore.hash(oldRows, offset, words)), oldRows, offset);
            }
        }
        memory.release(bytes(oldTaken.length));
    }
}
