package dev.lastack.checker.store.table;

import dev.lastack.checker.store.level.Memory;

/**
 * {@link QuotientTable}s side by side, each of which is its own lock. A table grows on its own, so that at no time
 * more than one table per worker exists twice; tables begin at staggered sizes so that they do not all grow at once.
 */
public final class QuotientTables {

    private static final int FIRST_HOMES = 8;

    private final QuotientTable[] tables;

    /** {@code count} tables of numbers below 2^{@code bits}. */
    public QuotientTables(int count, int bits, Memory memory) {
        this.tables = new QuotientTable[count];
        for (int table = 0; table < count; table++) {
            int homes = (int) (FIRST_HOMES * Math.pow(2, (double) table / count));
            tables[table] = QuotientTable.of(bits, homes, memory);
        }
    }

    /** {@link QuotientTable#addAll} of one table, alone with it. */
    public int addAll(int table, long[] numbers, int from, int count) {
        synchronized (tables[table]) {
            return tables[table].addAll(numbers, from, count);
        }
    }

    public long size() {
        long size = 0;
        for (QuotientTable table : tables) {
            synchronized (table) {
                size += table.size();
            }
        }
        return size;
    }
}
