package dev.lastack.scenario.knobs;

/**
 * What one host decides, in the groups that the rules ask for. Durations are whole ticks. Sentences, ranges and defaults
 * stand in the knob table, the one table that this record is filled from.
 *
 * @param keepAlive ticks of idleness before a probe, or {@link #OFF}
 */
public record EndpointKnobs(
        TimeWait timeWait,
        FinWait2 finWait2,
        Closing closing,
        Numbers numbers,
        Rst rst,
        Challenge challenge,
        Reception reception,
        Retransmission retransmission,
        int keepAlive,
        Crash crash,
        User user) {

    /** A knob that is switched off. */
    public static final int OFF = -1;

    /** A count without limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /**
     * What happens in TIME-WAIT.
     *
     * @param length ticks from entry to CLOSED; 0 skips the state
     * @param reuseAfter ticks from entry until the host's own OPEN may replace the state, or {@link #OFF}
     */
    public record TimeWait(
            int length,
            TimeWaitRestart restart,
            RstRule rst,
            TimeWaitSyn syn,
            TimeWaitFin fin,
            BareAck bareAck,
            Eviction eviction,
            int reuseAfter,
            ReuseNeeds reuseNeeds) {}

    /**
     * What happens in FIN-WAIT-2.
     *
     * @param timeout ticks, or {@link #OFF}
     */
    public record FinWait2(int timeout, RstRule rst) {}

    /**
     * What happens in CLOSING and LAST-ACK.
     *
     * @param timeout ticks that CLOSING lasts at most, or {@link #OFF}
     * @param lastAckTimeout ticks that LAST-ACK lasts at most, or {@link #OFF}
     */
    public record Closing(int timeout, ClosingFin fin, int lastAckTimeout) {}

    /**
     * How segments are numbered and stamped.
     *
     * @param clockRate numbers per tick, for {@link Isn#CLOCK} only
     * @param timestamps whether the host offers the timestamps option
     */
    public record Numbers(Isn isn, int clockRate, boolean timestamps) {}

    /**
     * What an RST does in the synchronized states, and what is answered by one.
     *
     * @param silent whether an RST in CLOSING or LAST-ACK tells the user nothing
     */
    public record Rst(RstCheck check, SynCheck syn, ClosedRst closed, boolean silent) {}

    /**
     * The challenge ACKs of a connection.
     *
     * @param limit challenge ACKs per {@code period} ticks, or {@link #OFF}
     */
    public record Challenge(int limit, int period) {}

    /**
     * What the host accepts.
     *
     * @param reassembly whether text or a FIN beyond RCV.NXT is kept
     * @param window RCV.WND, in octets
     * @param ackDelay ticks that an acknowledgment may wait, or {@link #OFF}
     */
    public record Reception(AckCheck ackCheck, boolean reassembly, int window, int ackDelay) {}

    /**
     * When the oldest unacknowledged segment is sent again.
     *
     * @param rtoMin least gap between its transmissions
     * @param rtoMax greatest gap; more than {@code rtoMin} leaves the choice to the adversary
     * @param backoffCap exponential backoff up to this gap, or {@link #OFF}
     * @param limit R2, or {@link #UNLIMITED}
     */
    public record Retransmission(int rtoMin, int rtoMax, int backoffCap, int limit, GiveUp giveUp, SynAgain synAgain) {}

    /**
     * What a host keeps when it loses its memory.
     *
     * @param quietTime ticks in which it then sends nothing
     * @param clock whether the clock behind ISNs and timestamps survives
     */
    public record Crash(int quietTime, CrashClock clock) {}

    /**
     * What the user of the host does.
     *
     * @param data octets to SEND in each connection
     */
    public record User(int data, Close close, Open open, CloseAs closeAs, Reads reads) {

        /** The user may close both directions, so that text may find nobody who reads it. */
        public boolean closesFully() {
            return closeAs != CloseAs.HALF;
        }
    }

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
        ANY,
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
        ANSWER,
        UNLESS_IN_ORDER
    }

    /** What a FIN does in TIME-WAIT. */
    public enum TimeWaitFin {
        ACKNOWLEDGE,
        IGNORE
    }

    /** When TIME-WAIT may make room for other connections. */
    public enum Eviction {
        NEVER,
        ANY_TIME
    }

    /** What answers a FIN that arrives again in CLOSING. */
    public enum ClosingFin {
        ACKNOWLEDGE,
        SEND_OWN_AGAIN
    }

    /** What a SYN does in the synchronized states but TIME-WAIT. */
    public enum SynCheck {
        AS_RST_CHECK,
        CHALLENGE,
        RESET,
        RESET_BY_OWN_NUMBERS,
        DROP
    }

    /** Which segments CLOSED answers by an RST. */
    public enum ClosedRst {
        ALWAYS,
        UNLESS_BARE_ACK,
        UNLESS_SYN,
        NEVER
    }

    /** What is sent when R2 is reached. */
    public enum GiveUp {
        SILENT,
        RESET
    }

    /** When SYN-SENT sends its SYN again after it has answered by an RST. */
    public enum SynAgain {
        AFTER_RTO,
        AT_ONCE
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

    /** Which RST is acted on in the synchronized states. */
    public enum RstCheck {
        ANY,
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

    /** What a CLOSE closes. */
    public enum CloseAs {
        HALF,
        FULL,
        EITHER
    }

    /** When the user reads what has arrived. */
    public enum Reads {
        EAGER,
        MAY,
        NEVER
    }

    /** How the host opens. */
    public enum Open {
        ACTIVE,
        LISTEN,
        BOTH
    }
}
