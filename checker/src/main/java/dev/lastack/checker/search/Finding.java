package dev.lastack.checker.search;

/**
 * The evidence for or against a property: a state, or with {@code action} the step that leaves it.
 *
 * @param level of the state
 * @param action the label of the step, or {@link #NONE}
 */
@SuppressWarnings("ArrayRecordComponent")
record Finding(int level, long[] state, int action) {

    /** There is no step: the state is the evidence. */
    static final int NONE = -1;

    boolean isStep() {
        return action != NONE;
    }
}
