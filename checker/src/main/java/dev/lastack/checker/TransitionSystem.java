package dev.lastack.checker;

import java.util.List;

/**
 * A finite transition system with labelled steps over states of a fixed width.
 *
 * <p>A state is {@link #words()} longs; two states are the same exactly when their words are. Within one
 * state no two steps carry the same action, so a run is determined by its actions.
 */
public interface TransitionSystem {

    /** Longs in a state, at least 1. */
    int words();

    /**
     * Significant bits of word {@code word}, 1 to 64, counted from the least significant one; all higher bits are
     * zero in every state. A compact store pays for significant bits only.
     */
    default int significantBits(int word) {
        return Long.SIZE;
    }

    /** A fresh generator of steps, for use by one thread. */
    Expander expander();

    /** Names of the counters that every {@link Expander#counters()} holds, in the same order. */
    default List<String> counters() {
        return List.of();
    }

    /** Names of the bounds that may cut a step, see {@link StepSink#cut}. */
    default List<String> bounds() {
        return List.of();
    }

    /**
     * The reductions that this system applies without its being shown that they keep every cycle and what is fair about
     * it, by name, such as "symmetry". The search for fair cycles refuses a system that has any.
     */
    default List<String> reductionsForSafetyOnly() {
        return List.of();
    }

    /** A line a person can read for the step that leaves {@code state} by {@code action}. */
    String describeAction(long[] state, int action);

    /** A person's reading of a state. */
    String describeState(long[] state);
}
