package dev.lastack.properties.conformance;

import dev.lastack.model.StepView.Kind;
import dev.lastack.scenario.Host;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens in a step, without what comes of it.
 *
 * @param host where; empty for a tick
 * @param segment what arrives, if anything does
 */
record Event(Kind kind, Optional<Host> host, Optional<AbstractSegment> segment) {

    /** Whether a segment arrives. */
    boolean arrival() {
        return segment.isPresent();
    }

    @Override
    public String toString() {
        return host.map(h -> h + " ").orElse("")
                + kind.name().toLowerCase(Locale.ROOT)
                + segment.map(s -> " " + s).orElse("");
    }
}
