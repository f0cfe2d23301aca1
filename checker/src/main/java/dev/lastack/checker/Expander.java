package dev.lastack.checker;

/** Generates the steps of a {@link TransitionSystem}. Confined to one thread; allocates next to nothing per step. */
public interface Expander {

    /** Hands every initial state to {@code sink}, with action 0 and no observations. */
    void initial(StepSink sink);

    /** Hands every step that leaves the state at {@code states[offset..]} to {@code sink}, in order of its action. */
    void successors(long[] states, int offset, StepSink sink);

    /**
     * How often each event of {@link TransitionSystem#counters()} happened in all calls so far: the live array,
     * which the engine adds up over all expanders at the end of a level.
     */
    default long[] counters() {
        return new long[0];
    }
}
