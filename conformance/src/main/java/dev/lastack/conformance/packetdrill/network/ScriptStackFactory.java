package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.wire.FourTuple;
import java.util.Map;
import java.util.Optional;

/** Makes the stack that scripts run against: one for each connection of a script. */
@FunctionalInterface
public interface ScriptStackFactory {

    /** A stack without a connection, for one end of {@code tuple}; its clock stands at 0. */
    StackUnderTest create(FourTuple tuple);

    /**
     * The same stacks with knobs that a script asks for; empty if they cannot be set up. Then a script that asks for any is
     * unsupported.
     *
     * @param knobs written as in a scenario: {@code "rst-check", "in-window"}
     */
    default Optional<ScriptStackFactory> with(Map<String, String> knobs) {
        return knobs.isEmpty() ? Optional.of(this) : Optional.empty();
    }

    /** Segments that no stack of this factory can send. */
    default StackLimits limits() {
        return StackLimits.none();
    }

    /**
     * lastack's own endpoint as sockets use it: it closes half-duplex (RFC 9293 §3.6.1, MAY-1), and the peer may scale
     * its window, as nearly every script's does.
     */
    static ScriptStackFactory endpoint() {
        return endpoint(Map.of());
    }

    /** The same with some knobs set otherwise, whatever a script asks for: {@code "rto", "200ms"}. */
    static ScriptStackFactory endpoint(Map<String, String> changes) {
        return new EndpointFactory(changes);
    }

    /** lastack's own endpoint, set up by the user. */
    static ScriptStackFactory of(EndpointConfig config) {
        return new EndpointFactory(config);
    }
}
