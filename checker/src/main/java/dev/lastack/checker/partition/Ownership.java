package dev.lastack.checker.partition;

import dev.lastack.checker.TransitionSystem;
import java.io.Serializable;

/**
 * Says which partition owns a state: a hash of some bits of its words. States that agree in these bits stay together, in
 * order, and are told by small differences; the more bits are hashed, the more evenly the states are spread.
 *
 * @param partitions how many there are, at least 1
 * @param masks the bits that are hashed, one mask for each word
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ownership(int partitions, long[] masks) implements Serializable {

    /** The most partitions that there may be. */
    public static final int MOST_PARTITIONS = 1 << 16;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    public Ownership {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new IllegalArgumentException(
                    "partitions: " + partitions + " is not in the range 1.." + MOST_PARTITIONS);
        }
    }

    /** Hashes the first {@code bits} significant bits of the states of {@code system}, or all if there are fewer. */
    public static Ownership of(TransitionSystem system, int partitions, int bits) {
        long[] masks = new long[system.words()];
        int left = bits;
        for (int word = 0; word < masks.length && left > 0; word++) {
            int significant = system.significantBits(word);
            int taken = Math.min(left, significant);
            masks[word] = (-1L >>> (Long.SIZE - taken)) << (significant - taken);
            left -= taken;
        }
        return new Ownership(partitions, masks);
    }

    /** The partition, from 0 on, that owns the state at {@code states[offset..]}. */
    int owner(long[] states, int offset) {
        long hash = 0;
        for (int word = 0; word < masks.length; word++) {
            hash = (hash ^ (states[offset + word] & masks[word])) * FACTOR;
            hash ^= hash >>> 32;
        }
        return (int) ((((hash * FACTOR) >>> 32) * partitions) >>> 32);
    }
}
