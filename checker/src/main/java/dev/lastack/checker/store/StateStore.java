package dev.lastack.checker.store;

/** An exact set of packed states. It promises membership only: no order, no numbers, no predecessors. */
public interface StateStore {

    /** A way in for one thread. Every state that no thread has handed in before goes to {@code fresh}, exactly once. */
    Intake intake(Fresh fresh);

    /** How many states are in; exact while no intake is in use. */
    long size();

    /** Takes states from one thread, answering when it suits the store. */
    interface Intake {

        void add(long[] states, int offset);

        /** Answers for all states added so far. */
        void flush();
    }

    /** Told of states that are new. */
    @FunctionalInterface
    interface Fresh {

        /** One state; the array is reused after the call. */
        void state(long[] states, int offset);
    }
}
