package dev.lastack.checker.store.table;

/**
 * An invertible scrambling of the numbers below 2^bits. A table may keep part of a scrambled key as the place
 * where the rest is stored, and still give back the key exactly.
 */
final class KeyMix {

    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;
    private static final long FIRST_INVERSE = inverse(FIRST);
    private static final long SECOND_INVERSE = inverse(SECOND);

    private final long mask;
    private final int half;

    /** A scrambling of {@code bits} bits, 2 to 64. */
    KeyMix(int bits) {
        this.mask = -1L >>> (Long.SIZE - bits);
        this.half = (bits + 1) / 2;
    }

    /** Every step is a bijection: a shift by at least half the bits undoes itself, an odd factor has an inverse. */
    long mix(long key) {
        long x = key;
        x ^= x >>> half;
        x = x * FIRST & mask;
        x ^= x >>> half;
        x = x * SECOND & mask;
        x ^= x >>> half;
        return x;
    }

    /** The key whose scrambled form is {@code mixed}. */
    long unmix(long mixed) {
        long x = mixed;
        x ^= x >>> half;
        x = x * SECOND_INVERSE & mask;
        x ^= x >>> half;
        x = x * FIRST_INVERSE & mask;
        x ^= x >>> half;
        return x;
    }

    /** Newton's iteration doubles the right bits each time, beginning with three. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
