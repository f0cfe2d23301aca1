package dev.lastack.properties.conformance;

import dev.lastack.scenario.Host;

/** What both ends show between two events. */
record Looks(Look a, Look b) {

    Look of(Host host) {
        return host == Host.A ? a : b;
    }
}
