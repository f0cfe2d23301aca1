package dev.lastack.properties.retiming;

import dev.lastack.model.StepView;
import dev.lastack.scenario.Host;
import java.util.Optional;

/**
 * Something with an instant of its own in a run: a user call, an arrival, a crash, a forgery, or one timer that fires.
 *
 * @param step index in the run
 * @param now rounded instant: ticks taken so far, this one included
 * @param told the step that it is or is part of
 * @param timer the timer that fires, as {@link StepView#timers()} names it
 */
record Happening(int step, int now, StepView told, Optional<String> timer) {

    boolean isTimer() {
        return timer.isPresent();
    }

    /** Whether this is the timer {@code name} of {@code host}. */
    boolean fires(Host host, String name) {
        return timer.isPresent() && timer.get().equals(host + " " + name);
    }

    /** Whether it takes place at {@code host}. */
    boolean at(Host host) {
        return timer.map(name -> name.startsWith(host + " "))
                .orElseGet(() -> told.host().isPresent() && told.host().get() == host);
    }
}
