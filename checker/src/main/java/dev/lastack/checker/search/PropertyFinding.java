package dev.lastack.checker.search;

/**
 * The evidence for or against a property: a state, or with {@code action} the step that leaves it.
 *
 * @param level of the state
 * @param action the label of the step, or {@link #NONE}
 */
@SuppressWarnings("ArrayRecordComponent")
public record PropertyFinding(int level, long[] state, int action) {

    /** There is no step: the state is the evidence. */
    public static final int NONE = -1;

    public boolean isStep() {
        return action != NONE;
    }
}
