package dev.lastack.scenario.knobs;

/** One of the two ends. */
public enum Host {
    A,
    B;

    /** 0 for A, 1 for B: where things are kept per host. */
    @SuppressWarnings("EnumOrdinal") // The order of the hosts is the order of their fields.
    public int index() {
        return ordinal();
    }

    public Host peer() {
        return this == A ? B : A;
    }
}
