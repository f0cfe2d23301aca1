package dev.lastack.model.rules;

import dev.lastack.model.state.ResolvedScenario;

/** How time passes for the hosts: what a tick does, and which timers fire in separate steps. */
public interface Passage {

    /** The actions by which time may pass in the loaded state. */
    int[] ticks();

    /** The actions by which a timer may fire in the loaded state. */
    int[] timers();

    /** Takes the tick that is number {@code choice}, once the network has grown older. */
    void tick(int choice);

    /** The way that {@code setting} asks for. */
    static Passage of(ResolvedScenario setting, Step step, Timeouts timeouts) {
        return setting.order().timersAreSteps() ? new TimersAsSteps(step, timeouts) : new TimersInTicks(step, timeouts);
    }
}
