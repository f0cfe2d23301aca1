package dev.lastack.properties.retiming;

import dev.lastack.model.view.StepView;
import dev.lastack.scenario.knobs.Host;

/**
 * Something that has its own instant in a run: a user call, an arrival, a crash, a forgery, a timer that fires, or
 * a segment that leaves the network.
 *
 * @param step index in the run
 * @param now rounded instant: ticks taken so far
 * @param told the step
 */
record Happening(int step, int now, StepView told) {

    /** Whether this is the timer {@code name} of {@code host}. */
    boolean fires(Host host, String name) {
        return told.timers().contains(host + " " + name);
    }

    /** Whether it takes place at {@code host}. */
    boolean at(Host host) {
        return told.host().filter(host::equals).isPresent();
    }
}
