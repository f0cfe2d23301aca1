package dev.lastack.checker.store;

/** Some of the states seen last: enough to drop most of those that are found again at once. */
final class RecentStates {

    private static final int SLOT_BITS = 16;

    private final int words;
    private final long[] states;
    private final boolean[] taken = new boolean[1 << SLOT_BITS];

    RecentStates(int words) {
        this.words = words;
        this.states = new long[words << SLOT_BITS];
    }

    /** Remembers the state at {@code from[offset..]}; returns whether it was not remembered already. */
    boolean add(long[] from, int offset) {
        int slot = slot(from, offset);
        if (taken[slot] && StateOrder.compare(states, slot * words, from, offset, words) == 0) {
            return false;
        }
        taken[slot] = true;
        System.arraycopy(from, offset, states, slot * words, words);
        return true;
    }

    private int slot(long[] from, int offset) {
        int hash = 0;
        for (int word = 0; word < words; word++) {
            hash = 31 * hash + Dictionary.hash(from[offset + word]);
        }
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - SLOT_BITS);
    }
}
