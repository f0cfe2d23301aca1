package dev.lastack.model.state;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.RealTime;

/** In which order the things of one instant may happen. */
public enum InstantOrder {
    /**
     * A tick takes all at once: what is of age MSL leaves the network, then the 2MSL timers fire, then the others. This is what
     * ticks mean where they stand for no real time; it makes thresholds in ticks exact.
     */
    BY_TICK,
    /**
     * Each timer that is due fires in a separate step, before, between or after the arrivals and calls of the instant, and
     * time cannot pass until it has. Every bound is closed, so the instants of a run in real time can be rounded to whole ticks
     * without a change to the order of its events (Henzinger, Manna, Pnueli 1992): what holds of all these runs holds at every
     * real timing.
     */
    ANY,
    /**
     * As {@link #ANY}, but the network ranks before the 2MSL timer: what is of age MSL has left when TIME-WAIT ends. It tells
     * whether a run that breaks a claim needs that tie. What holds in this order alone does not carry over to real time.
     */
    NETWORK_FIRST;

    /** The order in which a verdict on {@code scenario} is decided. */
    public static InstantOrder of(Scenario scenario) {
        return scenario.statement().realTime().map(RealTime::measured).orElse(false) ? ANY : BY_TICK;
    }

    /** Whether timers fire in separate steps. */
    public boolean timersAreSteps() {
        return this != BY_TICK;
    }
}
