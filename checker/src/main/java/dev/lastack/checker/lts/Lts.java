package dev.lastack.checker.lts;

/** A finite labelled transition system. States are numbered from 0, the initial one, to {@link #states()} - 1. */
public interface Lts {

    int states();

    long transitions();

    /** Hands every state to {@code visitor}, in order. */
    void forEachState(StateVisitor visitor);

    /** Hands every transition to {@code visitor}, in order of its source. */
    void forEachTransition(TransitionVisitor visitor);

    /** Takes states with what a person reads for them. */
    @FunctionalInterface
    interface StateVisitor {
        void state(int number, String description);
    }

    /** Takes transitions. */
    @FunctionalInterface
    interface TransitionVisitor {
        void transition(int from, String label, int to);
    }
}
