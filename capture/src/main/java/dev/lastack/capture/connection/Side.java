package dev.lastack.capture.connection;

/** The two ends of a connection: A opened it, or else was recorded first. */
public enum Side {
    A,
    B;

    public Side peer() {
        return this == A ? B : A;
    }
}
