package dev.lastack.checker;

/**
 * The states an exploration saw, numbered from 0 on: level by level, and within a level in the order of their
 * words, unsigned, the first word counting most. The numbers do not depend on the number of workers. Safe for
 * use by several threads at once.
 */
public interface StateSpace {

    /** Longs in a state. */
    int words();

    /** How many states there are; their numbers are 0 to {@code size() - 1}. */
    long size();

    /** How many breadth-first levels there are. */
    int levels();

    /** The number of the first state of level {@code level}; that of {@code levels()} is {@code size()}. */
    long firstOf(int level);

    /** Hands the states numbered {@code from} (inclusive) to {@code to} (exclusive) to {@code visitor}, in order. */
    void forEach(long from, long to, Visitor visitor);

    /** The number of the state at {@code states[offset..]}, or -1 if the exploration did not see it. */
    long numberOf(long[] states, int offset);

    /** Takes states in order. */
    @FunctionalInterface
    interface Visitor {

        /** One state; the array is reused after the call. */
        void state(long number, long[] states, int offset);
    }
}
