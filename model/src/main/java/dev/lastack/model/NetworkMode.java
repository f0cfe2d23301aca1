package dev.lastack.model;

import static dev.lastack.scenario.EndpointKnobs.UNLIMITED;

import dev.lastack.scenario.Environment;
import java.util.Set;

/** What the network keeps of a segment that has arrived. */
enum NetworkMode {
    /** Nothing: no duplication. */
    FORGETTING,
    /** The segment, marked, as the original of further copies; it takes no capacity. */
    MARKING,
    /**
     * The segment as it was. Loss, duplication and reordering are unlimited, so it makes no difference whether it has
     * arrived, and of two equal segments the younger can do all that the older can.
     */
    MERGING,
    /** As {@link #MERGING}, but equal segments of different ages stay side by side. */
    KEEPING;

    static NetworkMode of(Environment environment, Set<Reduction> reductions) {
        if (environment.duplication() == 0) {
            return FORGETTING;
        }
        boolean hostile = environment.loss() == UNLIMITED && environment.duplication() == UNLIMITED;
        if (!hostile || !environment.reordering()) {
            return MARKING;
        }
        return reductions.contains(Reduction.EQUAL_SEGMENTS) ? MERGING : KEEPING;
    }

    /** A segment stays as it was when it arrives, until it expires. */
    boolean leavesArrived() {
        return this == MERGING || this == KEEPING;
    }
}
