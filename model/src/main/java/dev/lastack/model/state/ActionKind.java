package dev.lastack.model.state;

/** What starts a step. The order is that in which the steps of a state are generated, but for calls of users, which come first. */
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
    /** The user reads all octets that wait; only where a user does not read them at once. */
    RECEIVE,
    /** The user closes both directions; only where CLOSE may do so. */
    FULL_CLOSE,
    /** A host drops TIME-WAIT for want of control blocks. */
    EVICTION;

    private static final ActionKind[] KINDS = values();

    static ActionKind of(int code) {
        return KINDS[code];
    }

    /** In words: "FULL CLOSE". */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }

    @SuppressWarnings("EnumOrdinal") // The packed form of the kind.
    public int code() {
        return ordinal();
    }
}
