package dev.lastack.scenario.knobs;

/**
 * The network, the adversary and the bounds. Durations are whole ticks.
 *
 * @param msl a segment sent at instant t may arrive at t to t+msl, both included
 * @param loss segments that never arrive, per run, or {@link EndpointKnobs#UNLIMITED}
 * @param duplication extra arrivals, per run, or {@link EndpointKnobs#UNLIMITED}
 * @param capacity segments in flight per direction, or {@link EndpointKnobs#UNLIMITED}
 * @param sequenceSpace a power of two, or {@link #UNBOUNDED}
 * @param incarnations the initial pair and active OPENs
 * @param abort user ABORTs per run
 * @param crash lost memories per run
 * @param forge off-path segments with guessed numbers per run
 */
public record Environment(
        int msl,
        int loss,
        int duplication,
        boolean reordering,
        int capacity,
        int sequenceSpace,
        int incarnations,
        int abort,
        int crash,
        int forge,
        Start start) {

    /** Numbers that never wrap. */
    public static final int UNBOUNDED = 0;

    /** Segments in flight per direction in a search that needs a bound where the scenario has none. */
    static final int USUAL_CAPACITY = 3;

    /** Segments in flight per direction in a search that needs a bound: the capacity, or 3 if it is unlimited. */
    public int boundedCapacity() {
        return capacity == EndpointKnobs.UNLIMITED ? USUAL_CAPACITY : capacity;
    }

    /** The same with another capacity, which may be greater than a scenario can say. */
    public Environment withCapacity(int segments) {
        return new Environment(
                msl, loss, duplication, reordering, segments, sequenceSpace, incarnations, abort, crash, forge, start);
    }

    /** Whether the network may lose, repeat and reorder whatever it likes. */
    public boolean hostile() {
        return loss == EndpointKnobs.UNLIMITED && duplication == EndpointKnobs.UNLIMITED && reordering;
    }

    /** Where a run starts. */
    public enum Start {
        ESTABLISHED,
        CLOSED
    }
}
