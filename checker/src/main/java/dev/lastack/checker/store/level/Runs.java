package dev.lastack.checker.store.level;

import java.util.List;

/** Runs one after another, ascending throughout, in memory or in files. Safe for use by several threads at once. */
public interface Runs extends Ascending {

    /** How many runs there are. */
    int count();

    /** How many states run {@code run} has, at least 1. */
    int size(int run);

    /** The first states of all runs. */
    long[] firsts();

    /** Run {@code run} itself. */
    Run load(int run);

    @Override
    default long states() {
        long states = 0;
        for (int run = 0; run < count(); run++) {
            states += size(run);
        }
        return states;
    }

    /** Of several runs their first states; of a single one, those of its blocks. */
    @Override
    default long[] samples() {
        return count() == 1 ? load(0).firsts() : firsts();
    }

    @Override
    default Reader reader(Windows windows) {
        return new WindowReader(this, windows);
    }

    /** Runs that are in memory. */
    static Runs of(List<Run> runs, int words) {
        long[] firsts = new long[runs.size() * words];
        for (int run = 0; run < runs.size(); run++) {
            System.arraycopy(runs.get(run).firsts(), 0, firsts, run * words, words);
        }
        return new Runs() {
            @Override
            public int count() {
                return runs.size();
            }

            @Override
            public int size(int run) {
                return runs.get(run).size();
            }

            @Override
            public long[] firsts() {
                return firsts;
            }

            @Override
            public Run load(int run) {
                return runs.get(run);
            }
        };
    }
}
