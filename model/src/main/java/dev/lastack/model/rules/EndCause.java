package dev.lastack.model.rules;

/** Why a TCB ended. */
enum EndCause {
    /** The ACK of the FIN came to LAST-ACK. */
    FIN_ACKNOWLEDGED,
    /** The 2MSL timer expired. */
    TIME_WAIT_OVER,
    /** TIME-WAIT would have been entered, and lasts 0 ticks. */
    TIME_WAIT_SKIPPED,
    /** A SYN or the own OPEN took the place of TIME-WAIT. */
    TIME_WAIT_REPLACED,
    /** The host needed the control block of TIME-WAIT. */
    TIME_WAIT_EVICTED,
    RST,
    /** A SYN in the window, RFC 793. */
    SYN,
    /** R2. */
    GIVEN_UP,
    /** The timer of FIN-WAIT-2, CLOSING or LAST-ACK. */
    ORPHANED,
    /** CLOSE in SYN-SENT. */
    CLOSE,
    ABORT,
    /** The user has closed both directions and left octets unread, or more came. */
    NOBODY_READS,
    CRASH;

    boolean byOwnUserOrCrash() {
        return this == ABORT || this == NOBODY_READS || this == CRASH;
    }
}
