package dev.lastack.checker;

import java.util.List;
import java.util.OptionalInt;

/**
 * A run: an initial state and the steps from it. With {@code loopStart} it is a lasso: the state before step
 * {@code loopStart} is again the state after the last step.
 *
 * <p>States are packed words, compared by identity of content through {@link java.util.Arrays#equals}, never by
 * record equality.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Trace(long[] initial, List<Step> steps, OptionalInt loopStart) {

    public Trace {
        steps = List.copyOf(steps);
    }

    /** The state before step {@code index}; {@code index == steps().size()} is the last state. */
    public long[] state(int index) {
        return index == 0 ? initial : steps.get(index - 1).target();
    }

    /** The run of the first {@code length} steps, which is no lasso. */
    public Trace upTo(int length) {
        return new Trace(initial, steps.subList(0, length), OptionalInt.empty());
    }

    /** One step of a run: its label, what was observed of it, and the state it leads to. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Step(int action, long observations, long[] target) {}
}
