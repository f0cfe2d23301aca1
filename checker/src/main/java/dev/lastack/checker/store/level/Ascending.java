package dev.lastack.checker.store.level;

/** States in canonical order, read window by window. Safe for use by several threads at once. */
public interface Ascending {

    /** How many states there are. */
    long states();

    /** Some of the states, in order and about evenly spread, none if there are no states. */
    long[] samples();

    /** A reader for one thread, meant for windows in ascending order. */
    Reader reader(Windows windows);

    /** Reads one window after another. */
    interface Reader {

        /** Appends the states of window {@code window} to {@code rows}. */
        void read(int window, Rows rows);
    }
}
