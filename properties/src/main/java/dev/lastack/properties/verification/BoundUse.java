package dev.lastack.properties.verification;

/**
 * How a verification met one of its bounds.
 *
 * @param name for example "capacity"
 * @param reached how often the bound changed what happened (a segment lost to a full network)
 * @param cut steps not taken because of it; after a cut no liveness verdict is possible
 */
public record BoundUse(String name, long reached, long cut) {}
