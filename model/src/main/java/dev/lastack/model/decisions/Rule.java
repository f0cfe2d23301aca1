package dev.lastack.model.decisions;

/** A rule that decided something in a step, with the place it comes from; {@link #toString()} is how traces cite it. */
public enum Rule {
    ACTIVE_OPEN("RFC 9293 §3.10.1", "an active OPEN sends <SEQ=ISS><CTL=SYN> and enters SYN-SENT"),
    OPEN_SHORTENS_TIME_WAIT("Linux tcp_tw_reuse", "an OPEN takes the place of the own TIME-WAIT, from SND.NXT on"),
    SEND_SEGMENTIZES("RFC 9293 §3.10.2", "SEND sends the octet with a piggybacked acknowledgment"),
    CLOSE_DELETES("RFC 9293 §3.10.4", "CLOSE in SYN-SENT deletes the TCB"),
    CLOSE_SENDS_FIN("RFC 9293 §3.10.4", "CLOSE sends a FIN after all that was sent before"),
    CLOSE_QUEUES_FIN("RFC 9293 §3.10.4", "CLOSE queues the FIN until the window lets it go"),
    CLOSE_ENDS_RECEIVING("RFC 9293 §3.6.1, MAY-1", "CLOSE of both directions: the user will not receive any more"),
    CLOSE_RESETS(
            "RFC 9293 §3.6.1, SHLD-3", "CLOSE of both directions with octets unread sends an RST and deletes the TCB"),
    RECEIVE_DELIVERS("RFC 9293 §3.10.3", "RECEIVE delivers the octets that wait"),
    ABORT_RESETS("RFC 9293 §3.10.5", "ABORT sends <SEQ=SND.NXT><CTL=RST> and deletes the TCB"),
    ABORT_DELETES("RFC 9293 §3.10.5", "ABORT deletes the TCB and sends nothing"),
    CLOSED_DROPS_RST("RFC 9293 §3.10.7.1", "an RST that comes to CLOSED is discarded"),
    CLOSED_SILENT("closed.rst", "CLOSED answers such a segment by nothing"),
    CLOSED_RESETS("RFC 9293 §3.10.7.1", "any other segment that comes to CLOSED is answered by an RST"),
    QUIET("RFC 9293 §3.4.3", "a host that lost its memory keeps quiet"),
    LISTEN_IGNORES_RST("RFC 9293 §3.10.7.2, first", "an RST that comes to LISTEN is ignored"),
    LISTEN_RESETS_ACK("RFC 9293 §3.10.7.2, second", "an ACK that comes to LISTEN is answered by an RST"),
    LISTEN_TAKES_SYN("RFC 9293 §3.10.7.2, third", "a SYN that comes to LISTEN is answered by SYN,ACK"),
    LISTEN_DROPS("RFC 9293 §3.10.7.2, fourth", "anything else that comes to LISTEN is dropped"),
    SYN_SENT_BAD_ACK("RFC 9293 §3.10.7.3, first", "SEG.ACK is not ISS+1: answered by an RST unless it is one"),
    SYN_AGAIN(
            "Linux tcp_rcv_synsent_state_process",
            "after that RST a SYN that was sent only once is sent again at once"),
    SYN_SENT_RST("RFC 9293 §3.10.7.3, second", "an RST with an acceptable ACK: connection reset"),
    SYN_SENT_RST_WITHOUT_ACK("RFC 9293 §3.10.7.3, second", "an RST without ACK is dropped"),
    SYN_SENT_ESTABLISHED("RFC 9293 §3.10.7.3, fourth", "the SYN is acknowledged: ESTABLISHED, answered by an ACK"),
    SYN_SENT_CROSSED("RFC 9293 §3.10.7.3, fourth", "the SYNs crossed: SYN-RECEIVED, answered by SYN,ACK"),
    SYN_SENT_DROPS("RFC 9293 §3.10.7.3, fifth", "neither SYN nor RST: dropped"),
    PAWS("RFC 7323 §5.3, R1", "SEG.TSval < TS.Recent: acknowledged and dropped"),
    RST_ANYWHERE("Contiki-NG uip6.c, uip_process", "an RST is acted on whatever its number"),
    OUT_OF_WINDOW_RST("RFC 9293 §3.10.7.4, first check", "an RST outside of the window is dropped"),
    OUT_OF_WINDOW("RFC 9293 §3.10.7.4, first check", "a segment outside of the window is acknowledged and dropped"),
    CLOSING_SENDS_FIN("FreeBSD tcp_output", "in CLOSING a FIN that comes again is answered by the own FIN"),
    RST_RETURNS_TO_LISTEN("RFC 9293 §3.10.7.4, second check", "an RST returns a passive SYN-RECEIVED to LISTEN"),
    RST_REFUSES("RFC 9293 §3.10.7.4, second check", "an RST in an active SYN-RECEIVED: connection refused"),
    RST_RESETS("RFC 9293 §3.10.7.4, second check", "an RST: connection reset"),
    RST_CLOSES("RFC 9293 §3.10.7.4, second check", "an RST in CLOSING, LAST-ACK or TIME-WAIT deletes the TCB"),
    RST_CHALLENGED("RFC 9293 §3.10.7.4, second check; RFC 5961 §3", "SEQ is not RCV.NXT: challenge ACK"),
    RST_IGNORED("RFC 1337 §3, fix F1", "an RST is ignored here"),
    SYN_RETURNS_TO_LISTEN("RFC 9293 §3.10.7.4, fourth check", "a SYN returns a passive SYN-RECEIVED to LISTEN"),
    SYN_CHALLENGED("RFC 9293 §3.10.7.4, fourth check; RFC 5961 §4", "a SYN in the window: challenge ACK"),
    SYN_RESETS("RFC 793 §3.9, fourth check", "a SYN in the window is an error: answered by an RST, connection reset"),
    SYN_DROPPED(
            "FreeRTOS-Plus-TCP xProcessReceivedTCPPacket", "a SYN without ACK is dropped where a connection is open"),
    SYN_RESETS_BY_OWN_NUMBERS(
            "FreeBSD tcp_drop", "a SYN in the window: connection reset, <SEQ=SND.NXT><ACK=RCV.NXT><CTL=RST,ACK>"),
    TIME_WAIT_IGNORES_FIN("time-wait.fin", "a FIN in TIME-WAIT is not answered"),
    TIME_WAIT_DROPS_SYN("RFC 6191 §2", "a SYN in TIME-WAIT that is not newer is dropped"),
    TIME_WAIT_RESETS_SYN("RFC 793 §3.9, fourth check", "a SYN in the window in TIME-WAIT is answered by an RST"),
    TIME_WAIT_REOPENS("RFC 9293 §3.6.1, MAY-2", "a newer SYN opens the connection again from TIME-WAIT"),
    CHALLENGE_THROTTLED("RFC 5961 §7", "the challenge ACKs of this period are used up"),
    NO_ACK("RFC 9293 §3.10.7.4, fifth check", "without the ACK bit: dropped"),
    ACK_TOO_OLD("RFC 5961 §5", "SEG.ACK < SND.UNA - MAX.SND.WND: challenge ACK"),
    HANDSHAKE_COMPLETE("RFC 9293 §3.10.7.4, fifth check", "SND.UNA < SEG.ACK ≤ SND.NXT: ESTABLISHED"),
    HANDSHAKE_BAD_ACK("RFC 9293 §3.10.7.4, fifth check", "an unacceptable ACK in SYN-RECEIVED is answered by an RST"),
    ACK_ADVANCES("RFC 9293 §3.10.7.4, fifth check", "SND.UNA < SEG.ACK ≤ SND.NXT: SND.UNA moves"),
    ACK_DUPLICATE("RFC 9293 §3.10.7.4, fifth check", "SEG.ACK ≤ SND.UNA: a duplicate, ignored"),
    ACK_UNSENT("RFC 9293 §3.10.7.4, fifth check", "SEG.ACK > SND.NXT: answered by an ACK and dropped"),
    FIN_ACKED_FIN_WAIT_1("RFC 9293 §3.10.7.4, fifth check", "the FIN is acknowledged: FIN-WAIT-2"),
    FIN_ACKED_CLOSING("RFC 9293 §3.10.7.4, fifth check", "the FIN is acknowledged: TIME-WAIT"),
    FIN_ACKED_LAST_ACK("RFC 9293 §3.10.7.4, fifth check", "the FIN is acknowledged: the TCB is deleted"),
    CLOSING_IGNORES("RFC 9293 §3.10.7.4, fifth check", "CLOSING ignores what does not acknowledge the FIN"),
    TIME_WAIT_ANSWERS_ACK("RFC 9293 §3.10.7.4, fifth check", "TIME-WAIT answers every ACK"),
    TIME_WAIT_SILENT("RFC 9293 §3.10.7.4, fifth check", "TIME-WAIT answers a FIN, and no bare ACK"),
    TEXT_TAKEN("RFC 9293 §3.10.7.4, seventh check", "the octet at RCV.NXT is taken and acknowledged"),
    TEXT_IGNORED("RFC 9293 §3.10.7.4, seventh check", "text after the peer's FIN is ignored"),
    TEXT_AFTER_CLOSE(
            "RFC 9293 §3.6.1, SHLD-3", "text after a CLOSE of both directions: answered by an RST, the TCB is deleted"),
    ACK_DELAYED("RFC 9293 §3.8.6.3, SHLD-18", "the acknowledgment waits for a segment that may carry it"),
    LATER_HELD("RFC 9293 §3.10.7.4, SHLD-31", "what lies beyond RCV.NXT is held for later"),
    LATER_DROPPED("RFC 9293 §3.10.7.4, SHLD-31", "what lies beyond RCV.NXT is acknowledged and dropped"),
    FIN_TAKEN("RFC 9293 §3.10.7.4, eighth check", "the FIN at RCV.NXT is taken and acknowledged"),
    FIN_AGAIN("RFC 9293 §3.10.7.4, eighth check", "a further FIN is acknowledged, RCV.NXT stays"),
    ACK_BEFORE_TIME_WAIT("RFC 9293 §3.8.6.3", "an acknowledgment that waits is sent before TIME-WAIT stops its timer"),
    ENTER_TIME_WAIT("RFC 9293 §3.10.7.4", "TIME-WAIT starts its timer and stops all others (MUST-13)"),
    SKIP_TIME_WAIT("time-wait: 0", "TIME-WAIT is skipped"),
    RESTART_TIME_WAIT("RFC 9293 §3.10.7.4, eighth check", "the 2MSL timer starts again"),
    TIME_WAIT_TIMEOUT("RFC 9293 §3.10.8", "the 2MSL timer expires: the TCB is deleted"),
    FIN_WAIT_2_TIMEOUT("fin-wait-2-timeout", "the orphan in FIN-WAIT-2 is deleted"),
    CLOSING_TIMEOUT("closing-timeout", "CLOSING is over: the TCB is deleted"),
    LAST_ACK_TIMEOUT("last-ack-timeout", "LAST-ACK is over: the TCB is deleted"),
    TIME_WAIT_EVICTED("time-wait.eviction", "TIME-WAIT makes room for another connection"),
    RETRANSMISSION_TIMEOUT("RFC 9293 §3.10.8", "the oldest unacknowledged segment is sent again"),
    USER_TIMEOUT("RFC 9293 §3.8.3, R2", "retransmitted in vain: connection aborted, nothing is sent"),
    GIVE_UP_RESETS("give-up", "an RST says so: <SEQ=SND.NXT><ACK=RCV.NXT><CTL=RST,ACK>"),
    ACK_DELAY_OVER("RFC 9293 §3.8.6.3", "no segment has carried the acknowledgment in time: it is sent alone"),
    KEEP_ALIVE("RFC 9293 §3.8.4", "an idle connection is probed with SEQ = SND.NXT-1"),
    MEMORY_LOST("RFC 9293 §3.4.3", "a crash: the TCB is lost");

    private final String citation;
    private final String sentence;

    Rule(String citation, String sentence) {
        this.citation = citation;
        this.sentence = sentence;
    }

    /** Where the rule stands. */
    public String citation() {
        return citation;
    }

    /** What it says, in a few words. */
    public String sentence() {
        return sentence;
    }

    @Override
    public String toString() {
        return citation + ": " + sentence;
    }
}
