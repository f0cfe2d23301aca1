package dev.lastack.checker.zones;

/** Something with a zone, which a greater zone of the same location can cover. Changed by one thread at a time. */
interface Covered {

    long[] zone();

    /** No known zone covers this one. */
    void keep();

    /** A greater zone takes its place. */
    void cover();
}
