package dev.lastack.checker.store;

/** Some of the states seen last: enough to drop most of those that are found again at once. For one thread. */
public final class RecentStates {

    /** Longs in all: few enough for the caches nearest to the core. */
    private static final int LONGS_BITS = 14;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final int words;
    private final int shift;
    private final long[] states;

    public RecentStates(int words) {
        this.words = words;
        int slotBits = LONGS_BITS - (Integer.SIZE - Integer.numberOfLeadingZeros(words - 1)) / 2;
        this.shift = Long.SIZE - slotBits;
        this.states = new long[words << slotBits];
        // No state is remembered at first: the slot of the state that is all zeros holds one that belongs elsewhere.
        states[0] = 1;
    }

    /** Remembers the state at {@code from[offset..]}; returns whether it was not remembered already. */
    public boolean add(long[] from, int offset) {
        if (words == 1) {
            long state = from[offset];
            int slot = (int) ((state * FACTOR) >>> shift);
            boolean isNew = states[slot] != state;
            states[slot] = state;
            return isNew;
        }
        return addWords(from, offset);
    }

    private boolean addWords(long[] from, int offset) {
        long hash = 0;
        for (int word = 0; word < words; word++) {
            hash = (hash ^ from[offset + word]) * FACTOR;
            hash ^= hash >>> 32;
        }
        int at = (int) ((hash * FACTOR) >>> shift) * words;
        long different = 0;
        for (int word = 0; word < words; word++) {
            different |= states[at + word] ^ from[offset + word];
            states[at + word] = from[offset + word];
        }
        return different != 0;
    }
}
