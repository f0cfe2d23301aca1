package dev.lastack.scenario.knobs;

/** One of the two ends. */
public enum Host {
    A,
    B;

    public Host peer() {
        return this == A ? B : A;
    }
}
