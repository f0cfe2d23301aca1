package dev.lastack.checker.lanes;

/** Generates the steps of a {@link LaneSystem}: always the same ones, in the same order. Confined to one thread. */
public interface LaneSteps {

    /** The control in which every run starts, with all lanes empty. */
    long[] initial();

    /** Hands every step of {@code control} that takes up no token to {@code sink}. */
    void unprompted(long[] control, LaneSink sink);

    /** Hands every step in which {@code control} takes up {@code token} at {@code age} to {@code sink}. */
    void prompted(long[] control, Prompt prompt, LaneSink sink);

    /** The class of {@code token}, at least 0: what {@link LaneStep#watched()} can tell apart. */
    int classOf(long token);
}
