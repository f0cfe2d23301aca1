package dev.lastack.capture.connection;

import org.jspecify.annotations.Nullable;

/** All incarnations of one pair of addresses, of which the last is followed and the one before remembered. */
final class Flow {

    final Address first;
    final Address second;
    int incarnations;
    Incarnation current;
    long lastTime;

    /** Neighbours in the list of flows by their last segment. */
    @Nullable
    Flow older;

    @Nullable
    Flow newer;
    /** Whether it is in the list of connections that are over. */
    boolean over;
    /** The next in its slot of the table. */
    @Nullable
    Flow chained;

    Flow(Address first, Address second, Incarnation current) {
        this.first = first;
        this.second = second;
        this.current = current;
        this.incarnations = 1;
    }
}
