package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.stack.EndpointStack;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.wire.FourTuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** lastack's own endpoint, which takes the knobs that a script asks for, below those that the user sets. */
final class EndpointFactory implements ScriptStackFactory {

    private final Optional<Map<String, String>> changes;
    private final EndpointConfig config;

    /** An endpoint set up by the user: no script changes it. */
    EndpointFactory(EndpointConfig config) {
        changes = Optional.empty();
        this.config = config;
    }

    /**
     * An endpoint that scripts may change.
     *
     * @param changes knobs that the user sets, whatever a script asks for
     */
    EndpointFactory(Map<String, String> changes) {
        this(changes, changes);
    }

    private EndpointFactory(Map<String, String> changes, Map<String, String> knobs) {
        this.changes = Optional.of(changes);
        config = EndpointConfig.rfc9293(knobs).closingHalfDuplex().scalingWindows();
    }

    @Override
    public StackUnderTest create(FourTuple tuple) {
        return EndpointStack.of(tuple, config);
    }

    @Override
    public Optional<ScriptStackFactory> with(Map<String, String> knobs) {
        if (knobs.isEmpty()) {
            return Optional.of(this);
        }
        return changes.map(own -> {
            Map<String, String> all = new LinkedHashMap<>(knobs);
            all.putAll(own);
            return new EndpointFactory(own, all);
        });
    }

    @Override
    public StackLimits limits() {
        return StackLimits.endpoint();
    }
}
