package dev.lastack.checker.store;

import java.util.ArrayList;
import java.util.List;

/** Takes the new states of one thread and level, and turns them into sorted runs as they come. */
public final class Collector {

    /** States are sorted when they fill this much memory; sorting then stays within the cache. */
    private static final int BYTES = 1 << 19;

    private static final int FIRST_CAPACITY = 64;

    private final int words;
    private final Memory memory;
    private final StateSorter sorter;
    private final int most;
    private final List<Run> runs = new ArrayList<>();
    private long[] rows = new long[0];
    private int size;

    public Collector(int words, Memory memory) {
        this.words = words;
        this.memory = memory;
        this.sorter = new StateSorter(words);
        this.most = Math.max(FIRST_CAPACITY, BYTES / Long.BYTES / words);
    }

    /** Takes a state that was not taken before. */
    public void add(long[] states, int offset) {
        if ((size + 1) * words > rows.length) {
            makeRoom();
        }
        if (words == 1) {
            rows[size] = states[offset];
        } else {
            System.arraycopy(states, offset, rows, size * words, words);
        }
        size++;
    }

    private void makeRoom() {
        if (size == most) {
            closeRun();
            return;
        }
        int capacity = Math.max(FIRST_CAPACITY, (int) Math.min(2L * size, most));
        memory.claim((capacity - size) * (8L * words + StateSorter.bytes(1, words)));
        long[] grown = new long[capacity * words];
        System.arraycopy(rows, 0, grown, 0, size * words);
        rows = grown;
    }

    private void closeRun() {
        sorter.sort(rows, size);
        runs.add(Run.of(rows, size, words, memory));
        size = 0;
    }

    /** Hands over all runs and begins anew. */
    List<Run> runs() {
        if (size > 0) {
            closeRun();
        }
        List<Run> taken = List.copyOf(runs);
        runs.clear();
        return taken;
    }
}
