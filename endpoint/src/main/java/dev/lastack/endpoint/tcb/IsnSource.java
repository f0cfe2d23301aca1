package dev.lastack.endpoint.tcb;

import java.util.OptionalLong;

/** Chooses initial sequence numbers, RFC 9293 §3.4.1. */
@FunctionalInterface
public interface IsnSource {

    /**
     * The ISS of a new connection.
     *
     * @param now microseconds
     * @param lastSndNxt where the previous connection of this four-tuple stopped; empty before the first
     */
    long next(long now, OptionalLong lastSndNxt);
}
