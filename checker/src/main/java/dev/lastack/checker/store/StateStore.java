package dev.lastack.checker.store;

import dev.lastack.checker.store.level.Level;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Decides exactly which states are new, and returns those of a level in canonical order. It promises nothing else: no
 * numbers, no predecessors.
 */
public interface StateStore {

    /**
     * A way in for one thread. Every state that is new goes to {@code fresh} once, as it is handed in, when the intake
     * is flushed, or when the level is closed.
     */
    Intake intake(Fresh fresh);

    /** Takes a level that was explored before as seen; returns it as this store keeps levels. */
    Level restore(Level level);

    /** Begins to end a level; all intakes have been flushed. */
    Closing close();

    /** How many states are in; exact between levels. */
    long size();

    /** Why the store may have dropped new states that were handed in; empty if it dropped none. */
    default Optional<String> doubt() {
        return Optional.empty();
    }

    /** Whether the levels that this store has given out can still be read when the search is over. */
    boolean keepsLevels();

    /** Takes states from one thread; the store may answer later. */
    interface Intake {

        void add(long[] states, int offset);

        /** Passes on what has been added so far. */
        void flush();
    }

    /** Receives new states. */
    @FunctionalInterface
    interface Fresh {

        /** One state; the array is reused after the call. */
        void state(long[] states, int offset);
    }

    /** The end of a level: the new states are put in order by several threads. */
    interface Closing {

        /** How many threads can work on this at once; 0 if there is nothing to do. */
        int hands();

        /** Works until all is done, as the thread that uses intake {@code hand}; returns early if {@code halt} says so. */
        void work(int hand, BooleanSupplier halt);

        /** The new states, once all work is done. */
        Level level();
    }
}
