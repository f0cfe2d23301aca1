package dev.lastack.scenario.knobs;

/**
 * What one host decides. Durations are whole ticks. Sentences, ranges and defaults stand in the knob table, the one
 * table that this record is filled from.
 *
 * @param timeWaitReuseAfter ticks since entry, or {@link #OFF}
 * @param isnClockRate numbers per tick, for {@link Isn#CLOCK} only
 * @param challengeLimit challenge ACKs per {@code challengePeriod} ticks, or {@link #OFF}
 * @param rtoMin least gap between transmissions of the oldest unacknowledged segment
 * @param rtoMax greatest gap; more than {@code rtoMin} leaves the choice to the adversary
 * @param rtoBackoffCap exponential backoff up to this gap, or {@link #OFF}
 * @param retransmissions R2, or {@link #UNLIMITED}
 * @param finWait2Timeout ticks, or {@link #OFF}
 * @param keepAlive ticks of idleness before a probe, or {@link #OFF}
 */
public record EndpointKnobs(
        int timeWait,
        TimeWaitRestart timeWaitRestart,
        RstRule timeWaitRst,
        TimeWaitSyn timeWaitSyn,
        BareAck timeWaitBareAck,
        int timeWaitReuseAfter,
        ReuseNeeds timeWaitReuseNeeds,
        Isn isn,
        int isnClockRate,
        boolean timestamps,
        RstCheck rstCheck,
        AckCheck ackCheck,
        int challengeLimit,
        int challengePeriod,
        boolean reassembly,
        int rtoMin,
        int rtoMax,
        int rtoBackoffCap,
        int retransmissions,
        int finWait2Timeout,
        RstRule finWait2Rst,
        int keepAlive,
        int quietTime,
        CrashClock crashClock,
        boolean silentReset,
        int window,
        int data,
        Close close,
        Open open) {

    /** A knob that is switched off. */
    public static final int OFF = -1;

    /** A count without limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** What re-arms the 2MSL timer. */
    public enum TimeWaitRestart {
        NEVER,
        ON_FIN,
        ON_ANY_FIN,
        ON_OUT_OF_WINDOW,
        ON_ANSWER
    }

    /** Which RST ends the state. */
    public enum RstRule {
        AS_ELSEWHERE,
        IN_WINDOW,
        EXACT,
        IGNORE
    }

    /** What a SYN does in TIME-WAIT. */
    public enum TimeWaitSyn {
        CHALLENGE,
        DROP,
        RESET,
        REOPEN_IF_NEWER_SEQ,
        REOPEN_BEYOND_WINDOW,
        REOPEN_IF_NEWER_TIMESTAMP
    }

    /** What a bare ACK does in TIME-WAIT. */
    public enum BareAck {
        SILENT,
        ANSWER
    }

    /** What an active OPEN needs to replace the own TIME-WAIT. */
    public enum ReuseNeeds {
        TIMESTAMPS,
        NOTHING
    }

    /** How an initial sequence number is chosen. */
    public enum Isn {
        CONSTANT,
        MONOTONIC,
        RANDOM,
        CLOCK
    }

    /** Which RST is acted on in the synchronised states. */
    public enum RstCheck {
        IN_WINDOW,
        EXACT
    }

    /** The lower bound of an acceptable ACK. */
    public enum AckCheck {
        RFC9293,
        RFC5961
    }

    /** Whether the clock behind ISNs and timestamps survives a crash. */
    public enum CrashClock {
        SURVIVES,
        RESET
    }

    /** When the user may CLOSE. */
    public enum Close {
        MAY,
        EARLY,
        AFTER_PEER,
        NEVER
    }

    /** How the host opens. */
    public enum Open {
        ACTIVE,
        LISTEN,
        BOTH
    }
}
