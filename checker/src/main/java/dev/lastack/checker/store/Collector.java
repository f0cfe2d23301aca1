package dev.lastack.checker.store;

import java.util.ArrayList;
import java.util.List;

/** Takes states from one thread and turns them into sorted runs as they come. */
final class Collector {

    /** States are sorted when they fill this much memory; sorting then stays within the cache. */
    private static final int BYTES = 1 << 19;

    private static final int FIRST_CAPACITY = 64;

    private final Memory memory;
    private final StateSorter sorter;
    private final int most;
    private final Rows rows;
    private final List<Run> runs = new ArrayList<>();
    private long runBytes;

    Collector(int words, Memory memory) {
        this.memory = memory;
        this.sorter = new StateSorter(words);
        this.most = Math.max(FIRST_CAPACITY, BYTES / Long.BYTES / words);
        this.rows = new Rows(words, memory);
    }

    void add(long[] states, int offset) {
        if (rows.size == most) {
            closeRun();
        }
        rows.add(states, offset);
    }

    private void closeRun() {
        sorter.sort(rows.states, rows.size);
        rows.dropRepeated();
        Run run = Run.of(rows.states, rows.size, rows.words);
        memory.claim(run.bytes());
        runBytes += run.bytes();
        runs.add(run);
        rows.size = 0;
    }

    /** Bytes of the runs so far. */
    long runBytes() {
        return runBytes;
    }

    /** Hands over all runs, of which the caller releases the memory, and begins anew. */
    List<Run> runs() {
        if (rows.size > 0) {
            closeRun();
        }
        List<Run> taken = List.copyOf(runs);
        runs.clear();
        runBytes = 0;
        return taken;
    }
}
