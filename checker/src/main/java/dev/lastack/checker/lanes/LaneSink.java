package dev.lastack.checker.lanes;

/** Takes the steps of one control as {@link LaneSteps} generate them. */
public interface LaneSink {

    void step(LaneStep step);

    /** A step that exists but is not taken, because bound number {@code bound} forbids it. */
    void cut(int bound);
}
