package dev.lastack.model.zones;

/** What a control knows of the segments in flight. */
enum ZoneFlight {
    /** Each of them, up to the capacity. */
    COUNTED,
    /** For each segment the oldest that must arrive or be lost, and whether there may be others, however many. */
    UNCOUNTED,
    /** Which segments there may be, however many: none of them has to arrive. */
    UNBOUND
}
