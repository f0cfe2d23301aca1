package dev.lastack.checker.store;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Makes one sorted level of the runs that the workers collected. The level is divided by states taken from the
 * runs themselves into parts of about equal size; any number of threads merge a part each.
 */
public final class LevelMerge {

    /** About how many states a part has. */
    private static final int PART = 1 << 15;

    private final int words;
    private final Memory memory;
    private final List<Run> runs;

    /** The first states of all parts but the first one. */
    private final long[] splitters;

    private final Run[] parts;
    private final AtomicInteger next = new AtomicInteger();

    /** Prepares to merge what is in {@code collectors}, which are empty afterwards. */
    public LevelMerge(List<Collector> collectors, int words, Memory memory) {
        this.words = words;
        this.memory = memory;
        this.runs = collectors.stream()
                .flatMap(collector -> collector.runs().stream())
                .toList();
        this.splitters = runs.size() < 2 ? new long[0] : splitters();
        this.parts = new Run[splitters.length / words + 1];
    }

    /** How many parts there are to merge, at most one for a thread at a time. */
    public int parts() {
        return runs.size() < 2 ? 0 : parts.length;
    }

    private long[] splitters() {
        int blocks = runs.stream().mapToInt(Run::blocks).sum();
        long[] firsts = new long[blocks * words];
        int filled = 0;
        for (Run run : runs) {
            System.arraycopy(run.firsts(), 0, firsts, filled, run.blocks() * words);
            filled += run.blocks() * words;
        }
        new StateSorter(words).sort(firsts, blocks);
        int step = PART / Run.BLOCK;
        long[] chosen = new long[(blocks - 1) / step * words];
        for (int part = 1; part <= chosen.length / words; part++) {
            System.arraycopy(firsts, part * step * words, chosen, (part - 1) * words, words);
        }
        return chosen;
    }

    /** Merges parts, for one thread, until none is left. */
    public void work() {
        StateSorter sorter = new StateSorter(words);
        Rows rows = new Rows();
        for (int part = next.getAndIncrement(); part < parts(); part = next.getAndIncrement()) {
            rows.size = 0;
            for (Run run : runs) {
                rows.addRange(run, part);
            }
            sorter.sort(rows.states, rows.size);
            parts[part] = Run.of(rows.states, rows.size, words, memory);
        }
        memory.release(rows.states.length * 8L);
    }

    /** The level, once all parts are merged. */
    public Level level() {
        if (runs.size() < 2) {
            return new Level(words, runs);
        }
        runs.forEach(run -> memory.release(run.bytes()));
        return new Level(words, Stream.of(parts).filter(part -> part.size() > 0).toList());
    }

    /** The states of one part, gathered from all runs. */
    private final class Rows {
        private long[] states = new long[0];
        private int size;

        void addRange(Run run, int part) {
            int last = part == splitters.length / words ? run.blocks() - 1 : run.blockOf(splitters, part * words);
            int first = part == 0 ? 0 : Math.max(0, run.blockOf(splitters, (part - 1) * words));
            for (int block = first; block <= last; block++) {
                makeRoom();
                int from = size;
                int count = run.read(block, states, from * words);
                for (int i = from; i < from + count; i++) {
                    if (isIn(part, i * words)) {
                        if (i != size) {
                            System.arraycopy(states, i * words, states, size * words, words);
                        }
                        size++;
                    }
                }
            }
        }

        private boolean isIn(int part, int at) {
            boolean afterStart = part == 0 || StateOrder.compare(states, at, splitters, (part - 1) * words, words) >= 0;
            return afterStart
                    && (part == splitters.length / words
                            || StateOrder.compare(states, at, splitters, part * words, words) < 0);
        }

        private void makeRoom() {
            int needed = (size + Run.BLOCK) * words;
            if (needed > states.length) {
                int length = Math.max(needed, states.length / 2 * 3);
                memory.claim(8L * (length - states.length));
                states = Arrays.copyOf(states, length);
            }
        }
    }
}
