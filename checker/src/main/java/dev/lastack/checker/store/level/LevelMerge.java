package dev.lastack.checker.store.level;

import java.util.List;

/**
 * Merges sorted states, window by window: gathers the states of a window from all inputs, sorts them, and drops those that
 * repeat and those that are among the states seen before.
 */
public final class LevelMerge {

    private final int words;
    private final Memory memory;
    private final List<? extends Ascending> inputs;
    private final List<Runs> seen;
    private final Windows windows;

    /** Merges {@code inputs}, leaving out what is in {@code seen}. */
    public LevelMerge(List<? extends Ascending> inputs, List<Runs> seen, int target, Memory memory, int words) {
        this.words = words;
        this.memory = memory;
        this.inputs = inputs;
        this.seen = seen;
        this.windows = Windows.over(inputs, target, words);
    }

    public int windows() {
        return windows.count();
    }

    /** A merger for one thread, which takes windows in ascending order. */
    public Merger merger() {
        return new Merger();
    }

    /** Merges one window after another. */
    public final class Merger implements AutoCloseable {
        private final List<Ascending.Reader> inputReaders = readers(inputs);
        private final List<Ascending.Reader> seenReaders = readers(seen);
        private final StateSorter sorter = new StateSorter(words);
        private final Rows rows = new Rows(words, memory);
        private final Rows old = new Rows(words, memory);

        private List<Ascending.Reader> readers(List<? extends Ascending> sources) {
            return sources.stream().map(source -> source.reader(windows)).toList();
        }

        /** The new states of {@code window}, in order; they are overwritten by the next call. */
        public Rows merge(int window) {
            rows.size = 0;
            for (Ascending.Reader reader : inputReaders) {
                reader.read(window, rows);
            }
            sorter.sort(rows.states, rows.size);
            rows.dropRepeated();
            for (Ascending.Reader reader : seenReaders) {
                if (rows.size > 0) {
                    old.size = 0;
                    reader.read(window, old);
                    rows.dropAll(old);
                }
            }
            return rows;
        }

        @Override
        public void close() {
            rows.free();
            old.free();
        }
    }
}
