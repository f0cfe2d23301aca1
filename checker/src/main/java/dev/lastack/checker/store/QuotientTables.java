package dev.lastack.checker.store;

/**
 * An exact set of evenly spread numbers, divided by their leading bits among 256 {@link QuotientTable}s, each with a
 * lock of its own: itself. A table grows on its own, so that at no time more than one table per worker exists twice;
 * tables begin at staggered sizes so that they do not all grow at once.
 */
final class QuotientTables {

    static final int COUNT_BITS = 8;
    static final int COUNT = 1 << COUNT_BITS;

    private static final int FIRST_HOMES = 16;

    private final int trailingBits;
    private final QuotientTable[] tables = new QuotientTable[COUNT];

    /** Tables for numbers below 2^{@code bits}. */
    QuotientTables(int bits, Memory memory) {
        this.trailingBits = bits - COUNT_BITS;
        for (int table = 0; table < COUNT; table++) {
            int homes = (int) (FIRST_HOMES * Math.pow(2, (double) table / COUNT));
            tables[table] = QuotientTable.of(trailingBits, homes, memory);
        }
    }

    /** In which table {@code number} belongs. */
    int tableOf(long number) {
        return (int) (number >>> trailingBits);
    }

    /** What table {@link #tableOf} keeps of {@code number}. */
    long trailing(long number) {
        return number & ((1L << trailingBits) - 1);
    }

    /** The number of which table {@code table} keeps {@code trailing}. */
    long number(int table, long trailing) {
        return (long) table << trailingBits | trailing;
    }

    /** {@link QuotientTable#addAll} of one table, alone with it. */
    int addAll(int table, long[] trailing, int from, int count) {
        synchronized (tables[table]) {
            return tables[table].addAll(trailing, from, count);
        }
    }

    long size() {
        long size = 0;
        for (QuotientTable table : tables) {
            synchronized (table) {
                size += table.size();
            }
        }
        return size;
    }
}
