package dev.lastack.checker.partition;

import dev.lastack.checker.store.StateStore;
import dev.lastack.checker.store.level.Memory;
import dev.lastack.checker.store.level.Rows;
import dev.lastack.checker.store.level.Run;
import dev.lastack.checker.store.level.StateSorter;
import java.util.function.Consumer;

/**
 * Sorts candidates by owner and then by state, a buffer at a time, drops what repeats, and ships the rest. The buffer holds
 * candidates of all owners, so that its size does not depend on how many there are.
 */
final class Router implements StateStore.Intake {

    /** The most states in a shipment. */
    private static final int MOST_SHIPPED = 1 << 15;

    private final int words;
    private final Ownership ownership;
    private final Consumer<Shipment> out;
    private final StateSorter sorter;
    private final int most;

    /** States with their owner as first word. */
    private final Rows rows;

    private final long[] row;
    private final long[] block;
    private long shipped;
    private long bytes;

    /** Buffers as many candidates as fit into {@code memory} bytes. */
    Router(int words, Ownership ownership, long memory, Consumer<Shipment> out) {
        this.words = words;
        this.ownership = ownership;
        this.out = out;
        // Besides the states, sorting takes a copy of them and four longs a state.
        long bytesPerState = Long.BYTES * (2L * (words + 1) + 4);
        this.most = (int) Math.max(1 << 10, Math.min(1 << 22, memory / bytesPerState));
        this.sorter = new StateSorter(words + 1);
        this.rows = new Rows(words + 1, new Memory(Long.MAX_VALUE));
        this.row = new long[words + 1];
        this.block = new long[MOST_SHIPPED * words];
    }

    @Override
    public void add(long[] states, int offset) {
        if (rows.size == most) {
            flush();
        }
        row[0] = ownership.owner(states, offset);
        System.arraycopy(states, offset, row, 1, words);
        rows.add(row, 0);
    }

    @Override
    public void flush() {
        sorter.sort(rows.states, rows.size);
        rows.dropRepeated();
        int filled = 0;
        for (int i = 0; i < rows.size; i++) {
            int at = i * (words + 1);
            System.arraycopy(rows.states, at + 1, block, filled++ * words, words);
            boolean isLast = i + 1 == rows.size || rows.states[at + words + 1] != rows.states[at];
            if (isLast || filled == MOST_SHIPPED) {
                ship((int) rows.states[at], filled);
                filled = 0;
            }
        }
        rows.size = 0;
    }

    private void ship(int owner, int count) {
        byte[] content = Contents.of(Run.of(block, count, words));
        shipped += count;
        bytes += content.length;
        out.accept(new Shipment(owner, content));
    }

    /** States shipped so far. */
    long shipped() {
        return shipped;
    }

    /** Bytes that took. */
    long bytes() {
        return bytes;
    }
}
