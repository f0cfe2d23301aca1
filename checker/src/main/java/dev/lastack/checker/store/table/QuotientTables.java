package dev.lastack.checker.store.table;

import dev.lastack.checker.store.level.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@link QuotientTable}s side by side, each with its own lock. A table is created when its first number arrives, so that
 * a small search does not pay for all of them. It grows on its own, so that at no time more than one table per worker
 * exists twice; tables begin at staggered sizes so that they do not all grow at once.
 */
public final class QuotientTables {

    private static final int FIRST_HOMES = 8;

    private final Place[] places;
    private final int bits;
    private final Memory memory;

    /** {@code count} tables of numbers below 2^{@code bits}. */
    public QuotientTables(int count, int bits, Memory memory) {
        this.bits = bits;
        this.memory = memory;
        this.places = new Place[count];
        Arrays.setAll(places, place -> new Place());
    }

    /** {@link QuotientTable#addAll} of one table, alone with it. */
    public int addAll(int table, long[] numbers, int from, int count) {
        Place place = places[table];
        synchronized (place) {
            QuotientTable found = place.table;
            if (found == null) {
                found = QuotientTable.of(bits, firstHomes(table), memory);
                place.table = found;
            }
            return found.addAll(numbers, from, count);
        }
    }

    private int firstHomes(int table) {
        return (int) (FIRST_HOMES * Math.pow(2, (double) table / places.length));
    }

    public long size() {
        long size = 0;
        for (Place place : places) {
            synchronized (place) {
                size += place.table == null ? 0 : place.table.size();
            }
        }
        return size;
    }

    /** Where a table is or will be, and its lock. */
    private static final class Place {
        private @Nullable QuotientTable table;
    }
}
