package dev.lastack.checker.lts;

/** The words for states and steps in a labelled transition system. */
public interface Labels {

    /** What a person reads for a state. */
    String state(long[] state);

    /** The label of the step that leaves {@code state} by {@code action}. */
    String action(long[] state, int action);
}
