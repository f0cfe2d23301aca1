package dev.lastack.checker.store.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Buckets of sixteen slots, filled from the first slot on. A slot holds a tag of seven bits and a rest of
 * {@code restBits}.
 *
 * <pre>{@code
 * bucket   16 bytes   one per slot: 0x80 | tag, or 0 if the slot is empty
 *          2 * restBits bytes: the rests, side by side
 * }</pre>
 *
 * The tags of half a bucket are compared at once, and only where one matches is a rest looked at.
 */
final class Buckets {

    static final int SLOTS = 16;
    static final int TAG_BITS = 7;

    /** The widest rest that can be read as one word wherever it begins. */
    static final int WIDEST_REST = Long.SIZE - Byte.SIZE + 1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TAKEN = 0x8080808080808080L;

    private final int restBits;
    private final long restMask;
    private final int bucketBytes;
    private final byte[] bytes;

    Buckets(int buckets, int restBits) {
        this.restBits = restBits;
        this.restMask = (1L << restBits) - 1;
        this.bucketBytes = SLOTS + 2 * restBits;
        this.bytes = new byte[Math.toIntExact(bytes(buckets, restBits))];
    }

    /** Bytes that {@code buckets} buckets take. */
    static long bytes(int buckets, int restBits) {
        return (long) buckets * (SLOTS + 2 * restBits) + Long.BYTES;
    }

    /**
     * 0 if the first slot of {@code bucket} with this tag holds {@code rest}, else 1. Takes no branch: whether a
     * number is there is as good as random, and many of these look-ups then overlap.
     */
    int missing(int bucket, long tag, long rest) {
        int at = bucket * bucketBytes;
        long matches = matches(at, tag);
        int match = Long.numberOfTrailingZeros(matches);
        long different = (restAt(at, slot(match)) ^ rest) | (match & Long.SIZE);
        return (int) ((different | -different) >>> (Long.SIZE - 1));
    }

    /** What became of a number that was to be put into a bucket. */
    enum Put {
        FOUND,
        ADDED,
        FULL
    }

    /** Puts {@code tag} and {@code rest} into {@code bucket} unless a slot holds them or none is empty. */
    Put put(int bucket, long tag, long rest) {
        int at = bucket * bucketBytes;
        for (long matches = matches(at, tag); matches != 0; matches &= matches - 1) {
            if (restAt(at, slot(Long.numberOfTrailingZeros(matches))) == rest) {
                return Put.FOUND;
            }
        }
        return append(bucket, tag, rest) ? Put.ADDED : Put.FULL;
    }

    /** Puts {@code tag} and {@code rest} into the first empty slot of {@code bucket}; false if there is none. */
    boolean append(int bucket, long tag, long rest) {
        int slot = taken(bucket);
        if (slot == SLOTS) {
            return false;
        }
        int at = bucket * bucketBytes;
        bytes[at + slot] = (byte) (tag | 0x80);
        int bit = slot * restBits;
        int restAt = at + SLOTS + (bit >>> 3);
        LONGS.set(bytes, restAt, (long) LONGS.get(bytes, restAt) | (rest << (bit & 7)));
        return true;
    }

    /** The slots with this tag: bit 8i stands for slot i, bit 8i + 1 for slot 8 + i. */
    private long matches(int at, long tag) {
        long sought = (tag | 0x80) * ONES;
        return equalBytes((long) LONGS.get(bytes, at) ^ sought) >>> 7
                | equalBytes((long) LONGS.get(bytes, at + Long.BYTES) ^ sought) >>> 6;
    }

    private static int slot(int match) {
        return (match >>> 3 & 7) | (match << 3 & 8);
    }

    /** Marks, by their top bits, exactly the bytes without difference; no carry leaves a byte. */
    private static long equalBytes(long different) {
        return ~(((different & ~TAKEN) + ~TAKEN) | different) & TAKEN;
    }

    /** How many slots of {@code bucket} are taken: the first ones. */
    int taken(int bucket) {
        int at = bucket * bucketBytes;
        return Long.bitCount((long) LONGS.get(bytes, at) & TAKEN)
                + Long.bitCount((long) LONGS.get(bytes, at + Long.BYTES) & TAKEN);
    }

    long tag(int bucket, int slot) {
        return bytes[bucket * bucketBytes + slot] & 0x7f;
    }

    long rest(int bucket, int slot) {
        return restAt(bucket * bucketBytes, slot);
    }

    private long restAt(int at, int slot) {
        int bit = slot * restBits;
        return ((long) LONGS.get(bytes, at + SLOTS + (bit >>> 3)) >>> (bit & 7)) & restMask;
    }

    /** Reads both ends of a bucket. */
    int touch(int bucket) {
        int at = bucket * bucketBytes;
        return bytes[at] + bytes[at + bucketBytes - 1];
    }
}
