package dev.lastack.checker.store;

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

    /** Whether a slot of {@code bucket} holds {@code tag} and {@code rest}. */
    boolean contains(int bucket, long tag, long rest) {
        int at = bucket * bucketBytes;
        long sought = (tag | 0x80) * ONES;
        long low = equalBytes((long) LONGS.get(bytes, at), sought);
        for (; low != 0; low &= low - 1) {
            if (restAt(at, Long.numberOfTrailingZeros(low) >>> 3) == rest) {
                return true;
            }
        }
        long high = equalBytes((long) LONGS.get(bytes, at + Long.BYTES), sought);
        for (; high != 0; high &= high - 1) {
            if (restAt(at, Long.BYTES + (Long.numberOfTrailingZeros(high) >>> 3)) == rest) {
                return true;
            }
        }
        return false;
    }

    /** Marks, by their top bits, exactly the bytes that are equal; no carry leaves a byte. */
    private static long equalBytes(long tags, long sought) {
        long different = tags ^ sought;
        return ~(((different & ~TAKEN) + ~TAKEN) | different) & TAKEN;
    }

    boolean isFull(int bucket) {
        return bytes[bucket * bucketBytes + SLOTS - 1] < 0;
    }

    /** Puts {@code tag} and {@code rest} into the first empty slot of {@code bucket}, which is not full. */
    void add(int bucket, long tag, long rest) {
        int at = bucket * bucketBytes;
        int slot = taken(bucket);
        bytes[at + slot] = (byte) (tag | 0x80);
        int bit = slot * restBits;
        int restAt = at + SLOTS + (bit >>> 3);
        LONGS.set(bytes, restAt, (long) LONGS.get(bytes, restAt) | (rest << (bit & 7)));
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
