package dev.lastack.properties.packetdrill;

import dev.lastack.endpoint.FourTuple;
import dev.lastack.properties.conformance.StackUnderTest;

/** Makes the stack that scripts run against: one for each connection of a script. */
@FunctionalInterface
public interface StackFactory {

    /** A stack without a connection, for one end of {@code tuple}; its clock stands at 0. */
    StackUnderTest create(FourTuple tuple);
}
