package dev.lastack.properties.verification;

import dev.lastack.model.rules.Bound;

/**
 * How a verification met one of its bounds.
 *
 * @param reached how often the bound changed what happened (a segment lost to a full network)
 * @param cut steps not taken because of it; after a cut no liveness verdict is possible
 */
public record BoundUse(Bound bound, long reached, long cut) {

    /** For reports, for example "capacity". */
    public String name() {
        return bound.title();
    }

    /** Whether the verification would have seen something else without it. */
    public boolean isMet() {
        return reached + cut > 0;
    }
}
