package dev.lastack.checker.store.level;

import java.util.function.UnaryOperator;

/** Takes states from one thread and sorts them by the ten thousand as they come. */
public final class Collector {

    /** States are sorted when they fill this much memory; sorting then stays within the cache. */
    private static final int BYTES = 1 << 19;

    private static final int FIRST_CAPACITY = 64;

    private final StateSorter sorter;
    private final int most;
    private final UnaryOperator<Rows> sorted;
    private Rows rows;

    /** Collects into {@code empty} at first; what is sorted goes to {@code sorted}, which gives empty rows for it. */
    public Collector(Rows empty, UnaryOperator<Rows> sorted) {
        this.sorter = new StateSorter(empty.words);
        this.most = Math.max(FIRST_CAPACITY, BYTES / Long.BYTES / empty.words);
        this.sorted = sorted;
        this.rows = empty;
    }

    public void add(long[] states, int offset) {
        if (rows.size == most) {
            flush();
        }
        rows.add(states, offset);
    }

    /** Sorts and hands over what has been collected since the last time. */
    public void flush() {
        if (rows.size > 0) {
            sorter.sort(rows.states, rows.size);
            rows.dropRepeated();
            rows = sorted.apply(rows);
        }
    }
}
