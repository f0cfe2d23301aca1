package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.stack.EndpointStack;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.wire.FourTuple;
import java.util.Map;

/** Makes the stack that scripts run against: one for each connection of a script. */
@FunctionalInterface
public interface ScriptStackFactory {

    /** A stack without a connection, for one end of {@code tuple}; its clock stands at 0. */
    StackUnderTest create(FourTuple tuple);

    /**
     * lastack's own endpoint as sockets use it: it closes half-duplex (RFC 9293 §3.6.1, MAY-1), and the peer may scale
     * its window, as nearly every script's does.
     */
    static ScriptStackFactory endpoint() {
        return endpoint(Map.of());
    }

    /** The same with some knobs set otherwise, written as in a scenario: {@code "rto", "200ms"}. */
    static ScriptStackFactory endpoint(Map<String, String> changes) {
        return of(EndpointConfig.rfc9293(changes).closingHalfDuplex().scalingWindows());
    }

    /** lastack's own endpoint, set up by the user. */
    static ScriptStackFactory of(EndpointConfig config) {
        return tuple -> EndpointStack.of(tuple, config);
    }
}
