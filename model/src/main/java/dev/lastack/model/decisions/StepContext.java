package dev.lastack.model.decisions;

import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SequenceSpace;

/** What a decision may read of the step in which it is taken. */
public interface StepContext {

    /** How sequence numbers are compared. */
    SequenceSpace space();

    /** The segment that arrives. */
    Segment segment();
}
