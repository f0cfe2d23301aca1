package dev.lastack.checker.store.table;

/**
 * How numbers below 2^bits are divided into a home, one of {@code homes}, and a remainder that tells the numbers
 * of one home apart. Homes ascend with the numbers; the numbers of one home are consecutive and fewer than
 * 2^remainderBits, so that their trailing bits suffice as remainder.
 */
final class QuotientLayout {

    /** A home is chosen by this many leading bits. */
    private static final int LEADING_BITS = 32;

    private final int bits;
    private final int homes;
    private final int remainderBits;
    private final long remainderMask;

    QuotientLayout(int bits, int homes) {
        this.bits = bits;
        this.homes = homes;
        long mostLeading = ((1L << LEADING_BITS) + homes - 1) / homes;
        int leadingBits = Long.SIZE - Long.numberOfLeadingZeros(mostLeading - 1);
        this.remainderBits = Math.min(bits, Math.max(0, bits - LEADING_BITS) + leadingBits);
        this.remainderMask = (1L << remainderBits) - 1;
    }

    int homes() {
        return homes;
    }

    int remainderBits() {
        return remainderBits;
    }

    int home(long number) {
        long leading = bits >= LEADING_BITS ? number >>> (bits - LEADING_BITS) : number << (LEADING_BITS - bits);
        return (int) ((leading * homes) >>> LEADING_BITS);
    }

    long remainder(long number) {
        return number & remainderMask;
    }

    /** The least number of which {@code home} is the home. */
    long first(int home) {
        long leading = (((long) home << LEADING_BITS) + homes - 1) / homes;
        return bits >= LEADING_BITS
                ? leading << (bits - LEADING_BITS)
                : (leading + (1L << (LEADING_BITS - bits)) - 1) >>> (LEADING_BITS - bits);
    }

    /** The number with this remainder whose home is that of which {@code first} is the first number. */
    long number(long first, long remainder) {
        return first + ((remainder - first) & remainderMask);
    }
}
