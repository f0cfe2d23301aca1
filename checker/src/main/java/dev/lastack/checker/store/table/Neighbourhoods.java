package dev.lastack.checker.store.table;

/**
 * Divides keys among tables such that keys with the same leading bits share one, and scrambles what the table need not
 * tell.
 *
 * <p>A level is expanded in canonical order, so that states expanded one after another agree in their leading words,
 * and what leads from them leads to few other leading words. The tables that a worker asks for a while are therefore
 * few, and small enough for the cache nearest to it.
 */
public final class Neighbourhoods {

    static final int TABLE_BITS = 12;
    public static final int TABLES = 1 << TABLE_BITS;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final int numberBits;
    private final int tailBits;
    private final KeyMix mix;

    /** For keys of {@code bits} bits, 32 to 64, of which the last {@code tailBits} do not count. */
    public Neighbourhoods(int bits, int tailBits) {
        this.numberBits = bits - TABLE_BITS;
        this.tailBits = tailBits;
        this.mix = new KeyMix(numberBits);
    }

    /** Bits of what a table keeps of a key. */
    public int numberBits() {
        return numberBits;
    }

    /** The table of {@code key}. */
    public int tableOf(long key) {
        return (int) (key >>> numberBits) ^ spread(key);
    }

    /** What the table of {@code key} keeps of it: as good as random. */
    public long number(long key) {
        return mix.mix(key & ((1L << numberBits) - 1));
    }

    /** The key of which table {@code table} keeps {@code number}. */
    public long key(int table, long number) {
        long rest = mix.unmix(number);
        return (long) (table ^ spread(rest)) << numberBits | rest;
    }

    /** Depends on the leading bits of {@code key} except the very first, which can thus be told from the table. */
    private int spread(long key) {
        long leading = (key & ((1L << numberBits) - 1)) >>> tailBits;
        return (int) ((leading * FACTOR) >>> (Long.SIZE - TABLE_BITS));
    }
}
