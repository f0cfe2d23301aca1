package dev.lastack.checker.store;

import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.level.Memory;
import dev.lastack.checker.store.table.Folding;
import dev.lastack.checker.store.table.Neighbourhoods;
import dev.lastack.checker.store.table.QuotientTables;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An exact set of states as {@link QuotientTables} of their folded keys, divided by {@link Neighbourhoods}.
 *
 * <p>An intake collects keys per table and hands them in by the dozen. A batch needs one lock, its reads of memory
 * overlap, and the tables of one time are so few that the caches and the address translation can hold them.
 */
final class QuotientSet implements StateSet {

    private static final int TABLES = Neighbourhoods.TABLES;
    private static final int BATCH = 64;

    /** How many tables after the one before it a thread begins; odd and near the golden section of all. */
    private static final int APART = 2531;

    private static final int FEWEST_KEY_BITS = 32;

    private final int words;
    private final Memory memory;
    private final Folding folding;
    private final Neighbourhoods neighbourhoods;
    private final QuotientTables tables;
    private final AtomicInteger intakes = new AtomicInteger();

    QuotientSet(TransitionSystem system, Memory memory) {
        this.words = system.words();
        this.memory = memory;
        this.folding = Folding.of(system, memory);
        int bits = Math.max(FEWEST_KEY_BITS, folding.bits());
        this.neighbourhoods = new Neighbourhoods(bits, folding.tailBits());
        this.tables = new QuotientTables(TABLES, neighbourhoods.numberBits(), memory);
    }

    @Override
    public StateStore.Intake intake(StateStore.Fresh fresh) {
        memory.charge((long) TABLES * BATCH * Long.BYTES);
        return new Batches(intakes.getAndIncrement(), fresh);
    }

    @Override
    public long size() {
        return tables.size();
    }

    /** Keys of one thread on their way to the tables. */
    private final class Batches implements StateStore.Intake {
        private final StateStore.Fresh fresh;
        private final Folding.Folder folder = folding.folder();
        private final long[] numbers = new long[TABLES * BATCH];
        private final int[] counts = new int[TABLES];
        private final long[] state = new long[words];

        /** Where a flush begins: not where another thread's does, or each would wait for the other at every table. */
        private final int first;

        Batches(int number, StateStore.Fresh fresh) {
            this.first = number * APART;
            this.fresh = fresh;
        }

        @Override
        public void add(long[] states, int offset) {
            long key = folder.fold(states, offset);
            int table = neighbourhoods.tableOf(key);
            int count = counts[table];
            numbers[table * BATCH + count] = neighbourhoods.number(key);
            counts[table] = count + 1;
            if (count + 1 == BATCH) {
                flush(table);
            }
        }

        @Override
        public void flush() {
            for (int i = 0; i < TABLES; i++) {
                int table = (first + i) % TABLES;
                if (counts[table] > 0) {
                    flush(table);
                }
            }
        }

        private void flush(int table) {
            int from = table * BATCH;
            int added = tables.addAll(table, numbers, from, counts[table]);
            counts[table] = 0;
            for (int i = from; i < from + added; i++) {
                folder.unfold(neighbourhoods.key(table, numbers[i]), state);
                fresh.state(state, 0);
            }
        }
    }
}
