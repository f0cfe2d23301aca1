package dev.lastack.probe.host;

import dev.lastack.endpoint.tcb.EndpointConfig;

/** What a variant says that a host does. Its connections know nothing of each other. */
public final class VariantHost implements MeasuredHost {

    private final EndpointConfig config;

    public VariantHost(EndpointConfig config) {
        this.config = config;
    }

    @Override
    public HostConnection incoming() {
        return StackConnection.listening(config);
    }

    @Override
    public HostConnection outgoing(boolean named) {
        throw new UnsupportedOperationException("a variant is not asked to open");
    }
}
