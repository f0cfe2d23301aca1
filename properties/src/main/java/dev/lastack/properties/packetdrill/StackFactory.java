package dev.lastack.properties.packetdrill;

import dev.lastack.endpoint.EndpointConfig;
import dev.lastack.endpoint.FourTuple;
import dev.lastack.properties.conformance.EndpointStack;
import dev.lastack.properties.conformance.StackUnderTest;
import java.util.Map;

/** Makes the stack that scripts run against: one for each connection of a script. */
@FunctionalInterface
public interface StackFactory {

    /** A stack without a connection, for one end of {@code tuple}; its clock stands at 0. */
    StackUnderTest create(FourTuple tuple);

    /**
     * lastack's own endpoint as sockets use it: it closes half-duplex (RFC 9293 §3.6.1, MAY-1), and the peer may scale
     * its window, as nearly every script's does.
     */
    static StackFactory endpoint() {
        return endpoint(Map.of());
    }

    /** The same with some knobs set otherwise, written as in a scenario: {@code "rto", "200ms"}. */
    static StackFactory endpoint(Map<String, String> changes) {
        return of(EndpointConfig.rfc9293(changes).closingHalfDuplex().scalingWindows());
    }

    /** lastack's own endpoint, set up by the user. */
    static StackFactory of(EndpointConfig config) {
        return tuple -> EndpointStack.of(tuple, config);
    }
}
