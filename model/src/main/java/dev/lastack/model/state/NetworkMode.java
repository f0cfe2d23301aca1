package dev.lastack.model.state;

import static dev.lastack.scenario.knobs.EndpointKnobs.UNLIMITED;

import dev.lastack.scenario.knobs.Environment;

/** What the network keeps of a segment that has arrived. */
public enum NetworkMode {
    /** Nothing: no duplication. */
    FORGETTING,
    /** The segment, marked, as the original of further copies; it takes no capacity. */
    MARKING,
    /**
     * The segment as it was, until it expires. Loss, duplication and reordering are unlimited, so it makes no difference
     * whether it has arrived, and of two equal segments the younger can do all that the older can: it takes its place.
     * This is what such a network means, not a reduction, for where it is full a merged segment makes room for others.
     */
    MERGING;

    public static NetworkMode of(Environment environment) {
        if (environment.duplication() == 0) {
            return FORGETTING;
        }
        boolean hostile = environment.loss() == UNLIMITED && environment.duplication() == UNLIMITED;
        if (!hostile || !environment.reordering()) {
            return MARKING;
        }
        return MERGING;
    }
}
