package dev.lastack.properties.analysis.advice;

/** An answer. */
public enum Decision {
    /** No claim asked about is broken, as far as was covered. */
    SAFE,
    /** One is, by a run at real durations. */
    UNSAFE,
    /** No exploration decided it. */
    UNDECIDED
}
