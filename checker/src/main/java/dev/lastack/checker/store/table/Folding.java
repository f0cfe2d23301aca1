package dev.lastack.checker.store.table;

import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.level.Memory;

/** A one-to-one map from states to keys of at most 64 bits. */
public interface Folding {

    /** Bits of a key: all keys are below 2^bits. */
    int bits();

    /**
     * How many trailing bits of a key may differ between states that are met soon after one another; the leading ones tell
     * such neighbours from others.
     */
    int tailBits();

    /** A way to use the map from one thread. */
    Folder folder();

    /** The folding for the states of {@code system}: side by side if they fit in a key, else by a tree. */
    static Folding of(TransitionSystem system, Memory memory) {
        int[] widths = new int[system.words()];
        int total = 0;
        for (int word = 0; word < widths.length; word++) {
            widths[word] = system.significantBits(word);
            total += widths[word];
        }
        return total <= Long.SIZE ? new PackedFolding(widths) : new TreeFolding(widths, memory);
    }

    /** Maps states to keys and back. */
    interface Folder {

        long fold(long[] states, int offset);

        /** Writes the state whose key is {@code key} to the start of {@code into}. */
        void unfold(long key, long[] into);
    }
}
