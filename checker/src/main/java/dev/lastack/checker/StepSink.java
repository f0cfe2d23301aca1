package dev.lastack.checker;

/** Takes the steps of one state as an {@link Expander} generates them. */
public interface StepSink {

    /**
     * One step.
     *
     * @param action its label, unique among the steps of its source
     * @param observations a set of up to 64 facts about this step, as bits whose meaning the system defines;
     *     {@link Property.StepInvariant} reads them
     * @param words holds the target from {@code offset} on; the caller reuses the array after the call
     */
    void step(int action, long observations, long[] words, int offset);

    /** A step that exists but is not taken, because bound number {@code bound} forbids it. */
    void cut(int bound);

    /** The same for one who asks which step that is. */
    default void cut(int action, int bound) {
        cut(bound);
    }
}
