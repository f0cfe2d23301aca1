package dev.lastack.conformance.event;

import dev.lastack.model.view.StepView.Kind;
import dev.lastack.scenario.knobs.Host;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens in a step, without what comes of it.
 *
 * @param host where; empty for a tick
 * @param segment what arrives, if anything does
 */
public record Event(Kind kind, Optional<Host> host, Optional<AbstractSegment> segment) {

    /** Whether a segment arrives. */
    public boolean arrival() {
        return segment.isPresent();
    }

    @Override
    public String toString() {
        return host.map(h -> h + " ").orElse("")
                + kind.name().toLowerCase(Locale.ROOT)
                + segment.map(s -> " " + s).orElse("");
    }
}
