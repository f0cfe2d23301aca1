package dev.lastack.checker.store;

import dev.lastack.checker.TransitionSystem;

/**
 * An exact set of states as {@link QuotientTable}s of their folded, scrambled keys: the leading bits of a
 * scrambled key choose one of 256 tables, each with a lock of its own.
 *
 * <p>An intake collects keys per table and hands them in by the hundred. A batch needs one lock, its reads of
 * memory overlap, and it stays within one table, which the caches and the address translation can hold. A table
 * grows on its own, so that at no time more than one table per worker exists twice; tables begin at staggered
 * sizes so that they do not all grow at once.
 */
final class QuotientSet {

    private static final int TABLE_BITS = 8;
    private static final int TABLES = 1 << TABLE_BITS;
    private static final int BATCH = 512;
    private static final int FIRST_HOMES = 16;

    private static final int FEWEST_KEY_BITS = 32;

    private final int words;
    private final Memory memory;
    private final Folding folding;
    private final KeyMix mix;
    private final int numberBits;
    private final QuotientTable[] tables = new QuotientTable[TABLES];

    QuotientSet(TransitionSystem system, Memory memory) {
        this.words = system.words();
        this.memory = memory;
        this.folding = Folding.of(system, memory);
        int bits = Math.max(FEWEST_KEY_BITS, folding.bits());
        this.mix = new KeyMix(bits);
        this.numberBits = bits - TABLE_BITS;
        for (int table = 0; table < TABLES; table++) {
            int homes = (int) (FIRST_HOMES * Math.pow(2, (double) table / TABLES));
            tables[table] = QuotientTable.of(numberBits, homes, memory);
        }
    }

    /** A way in for one thread; every state that was not handed in before goes to {@code fresh}, exactly once. */
    StateStore.Intake intake(StateStore.Fresh fresh) {
        memory.charge((long) TABLES * BATCH * Long.BYTES);
        return new Batches(fresh);
    }

    /** How many states are in; exact while no intake is in use. */
    long size() {
        long size = 0;
        for (QuotientTable table : tables) {
            synchronized (table) {
                size += table.size();
            }
        }
        return size;
    }

    /** Keys of one thread on their way to the tables. */
    private final class Batches implements StateStore.Intake {
        private final StateStore.Fresh fresh;
        private final Folding.Folder folder = folding.folder();
        private final long[] numbers = new long[TABLES * BATCH];
        private final int[] counts = new int[TABLES];
        private final long[] state = new long[words];

        Batches(StateStore.Fresh fresh) {
            this.fresh = fresh;
        }

        @Override
        public void add(long[] states, int offset) {
            long mixed = mix.mix(folder.fold(states, offset));
            int table = (int) (mixed >>> numberBits);
            int count = counts[table];
            numbers[table * BATCH + count] = mixed & (1L << numberBits) - 1;
            counts[table] = count + 1;
            if (count + 1 == BATCH) {
                flush(table);
            }
        }

        @Override
        public void flush() {
            for (int table = 0; table < TABLES; table++) {
                if (counts[table] > 0) {
                    flush(table);
                }
            }
        }

        private void flush(int table) {
            int from = table * BATCH;
            int added;
            synchronized (tables[table]) {
                added = tables[table].addAll(numbers, from, counts[table]);
            }
            counts[table] = 0;
            for (int i = from; i < from + added; i++) {
                folder.unfold(mix.unmix((long) table << numberBits | numbers[i]), state);
                fresh.state(state, 0);
            }
        }
    }
}
