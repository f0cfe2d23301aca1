package dev.lastack.conformance.monitor;

import dev.lastack.scenario.knobs.Host;

/** What both ends show between two events. */
public record Looks(Look a, Look b) {

    public Look of(Host host) {
        return host == Host.A ? a : b;
    }
}
