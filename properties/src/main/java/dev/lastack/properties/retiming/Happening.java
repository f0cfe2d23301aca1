package dev.lastack.properties.retiming;

import dev.lastack.model.state.Timer;
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

    /** Whether {@code timer} of {@code host} fires in it. */
    boolean fires(Host host, Timer timer) {
        return told.timers().contains(new StepView.Firing(host, timer));
    }

    /** Whether it takes place at {@code host}. */
    boolean at(Host host) {
        return told.host().filter(host::equals).isPresent();
    }
}
