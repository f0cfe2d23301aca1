package dev.lastack.properties.analysis.advice;

/** An answer. */
public enum Decision {
    /** No claim asked about is broken, for every gap between retransmissions that was asked about. */
    SAFE,
    /** No claim asked about is broken, but only a part of the gaps between retransmissions was explored. */
    PARTLY_SAFE,
    /** One is, by a run at real durations. */
    UNSAFE,
    /** No exploration decided it. */
    UNDECIDED;

    /** Whether no claim is broken in what was explored, be it all that was asked or a part. */
    boolean isSafeWhereExplored() {
        return this == SAFE || this == PARTLY_SAFE;
    }
}
