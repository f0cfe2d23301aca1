package dev.lastack.checker.store.level;

/** Sorted states as they are, until the level that they belong to is complete. */
public final class Chunk implements Ascending {

    /** One state of so many is a sample. */
    private static final int SAMPLED = 128;

    private final Rows rows;

    public Chunk(Rows rows) {
        this.rows = rows;
    }

    @Override
    public long states() {
        return rows.size;
    }

    @Override
    public long[] samples() {
        int words = rows.words;
        long[] samples = new long[(rows.size + SAMPLED - 1) / SAMPLED * words];
        for (int i = 0; i < samples.length; i += words) {
            System.arraycopy(rows.states, i * SAMPLED, samples, i, words);
        }
        return samples;
    }

    @Override
    public Reader reader(Windows windows) {
        return (window, into) -> {
            int from = windows.start(window, rows);
            into.addAll(rows, from, windows.start(window + 1, rows));
        };
    }

    /** Gives the memory back. */
    public void free() {
        rows.free();
    }
}
