package dev.lastack.model.state;

/** What starts a step. The order is the order in which the steps of a state are generated. */
public enum ActionKind {
    OPEN,
    SEND,
    CLOSE,
    ABORT,
    /** A segment arrives. */
    ARRIVAL,
    /** A copy of a segment that has already arrived arrives. */
    DUPLICATE,
    CRASH,
    FORGE,
    /** Time passes for both hosts. */
    TICK,
    /** A timer that is due fires, where that is a separate step; the choice is its number. */
    TIMER,
    /** A segment of age MSL leaves the network, where that is a separate step. */
    LEAVE,
    /** A host drops TIME-WAIT for want of control blocks. */
    EVICTION;

    private static final ActionKind[] KINDS = values();

    static ActionKind of(int code) {
        return KINDS[code];
    }

    @SuppressWarnings("EnumOrdinal") // The packed form of the kind.
    public int code() {
        return ordinal();
    }
}
