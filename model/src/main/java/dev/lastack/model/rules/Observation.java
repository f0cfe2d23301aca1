package dev.lastack.model.rules;

/**
 * A fact about one step that the rules report while they take it. The claims about termination are made of these facts:
 * the set that goes with a step has bit {@link #bit()} for every fact that was observed.
 *
 * <p>The facts on the claims come in pairs. The first of a pair says that the step put the claim to the test, the
 * second that it broke it:
 *
 * <table>
 * <caption>From claims to facts</caption>
 * <tr><th>claim</th><th>tested by</th><th>broken by</th></tr>
 * <tr><td>no-old-fin</td><td>{@link #FIN_JUDGED}</td><td>{@link #OLD_FIN_TAKEN}</td></tr>
 * <tr><td>no-old-data</td><td>{@link #TEXT_JUDGED}</td><td>{@link #OLD_TEXT_TAKEN}</td></tr>
 * <tr><td>no-old-ack</td><td>{@link #ACK_JUDGED}</td><td>{@link #OLD_ACK_TAKEN}</td></tr>
 * <tr><td>no-old-handshake</td><td>{@link #HANDSHAKE_JUDGED}</td><td>{@link #OLD_HANDSHAKE}</td></tr>
 * <tr><td>no-replay</td><td>{@link #HANDSHAKE_JUDGED}</td><td>{@link #REPLAYED}</td></tr>
 * <tr><td>no-old-rst</td><td>{@link #RST_JUDGED}</td><td>{@link #OLD_RST_TAKEN}</td></tr>
 * <tr><td>time-wait-kept</td><td>{@link #TIME_WAIT_LEFT}</td><td>{@link #TIME_WAIT_CUT_SHORT}</td></tr>
 * <tr><td>drained</td><td>{@link #TIME_WAIT_OVER}</td><td>{@link #UNDRAINED}</td></tr>
 * <tr><td>last-ack-clean</td><td>{@link #LAST_ACK_LEFT}</td><td>{@link #LAST_ACK_UNCLEAN}</td></tr>
 * <tr><td>graceful</td><td>{@link #BOTH_CLOSED_TCB_ENDED}</td><td>{@link #BOTH_CLOSED_TCB_RESET}</td></tr>
 * <tr><td>no-truncation</td><td>{@link #END_TOLD}</td><td>{@link #TRUNCATED}</td></tr>
 * <tr><td>response-delivered</td><td>{@link #RESPONSE_JUDGED}</td><td>{@link #RESPONSE_LOST}</td></tr>
 * <tr><td>agreement</td><td>{@link #PARTNERS}</td><td>{@link #PARTNERS_DISAGREE}</td></tr>
 * <tr><td>rfc-edges</td><td>{@link #TCP_STATE_CHANGED}</td><td>{@link #TCP_STATE_CHANGED_AGAINST_RFC}</td></tr>
 * </table>
 *
 * <p>{@code last-ack-within} counts {@link #TICK}s between states in LAST-ACK. {@code quiet} is broken by a cycle with
 * {@link #ARRIVAL_ANSWERED} and without {@link #USER_CALL}, {@link #TIMER_FIRED} and {@link #OVERFLOW}.
 *
 * <p>A segment is <em>old</em> at a TCB if their incarnations differ.
 */
public enum Observation {
    /** A FIN moved RCV.NXT of an incarnation after the first, or an old FIN arrived at a synchronised TCB. */
    FIN_JUDGED,
    /** RCV.NXT moved over an old FIN. */
    OLD_FIN_TAKEN,
    /** An octet moved RCV.NXT of an incarnation after the first, or an old octet arrived at a synchronised TCB. */
    TEXT_JUDGED,
    /** RCV.NXT moved over an old octet. */
    OLD_TEXT_TAKEN,
    /** An ACK moved SND.UNA of an incarnation after the first, or an old one arrived at a synchronised TCB. */
    ACK_JUDGED,
    /** An old segment moved SND.UNA, the ACK of the own SYN apart. */
    OLD_ACK_TAKEN,
    /** ESTABLISHED was reached. */
    HANDSHAKE_JUDGED,
    /** ESTABLISHED was reached by an old segment. */
    OLD_HANDSHAKE,
    /** A host was ESTABLISHED for the second time in one incarnation. */
    REPLAYED,
    /** An RST ended a TCB, or an old RST arrived at one, TIME-WAIT apart. */
    RST_JUDGED,
    /** An old RST ended a TCB, TIME-WAIT apart. */
    OLD_RST_TAKEN,
    /** TIME-WAIT was left, other than by the own ABORT or a crash. */
    TIME_WAIT_LEFT,
    /** TIME-WAIT was left before its timer expired, other than by the own ABORT or a crash. */
    TIME_WAIT_CUT_SHORT,
    /** The 2MSL timer ended TIME-WAIT; with a timer of 0, TIME-WAIT would have been entered. */
    TIME_WAIT_OVER,
    /** As {@link #TIME_WAIT_OVER}, and a segment of that incarnation can still arrive or the peer still has its TCB. */
    UNDRAINED,
    /** LAST-ACK was left, other than by the own ABORT or a crash. */
    LAST_ACK_LEFT,
    /** LAST-ACK was left other than by the ACK of the FIN, the own ABORT or a crash. */
    LAST_ACK_UNCLEAN,
    /** A TCB ended; both sides of its incarnation had closed by FIN and none was aborted, given up or lost. */
    BOTH_CLOSED_TCB_ENDED,
    /** As {@link #BOTH_CLOSED_TCB_ENDED}, by RST. */
    BOTH_CLOSED_TCB_RESET,
    /** A user who may send octets was told that all is closed normally, or a user saw the end of the peer's octets. */
    END_TOLD,
    /** As {@link #END_TOLD}, and an octet sent in that incarnation was not received. */
    TRUNCATED,
    /** The step led to two TCBs beyond SYN-SENT, each the other's peer. */
    PARTNERS,
    /** As {@link #PARTNERS}, and they differ in incarnation or in SND.UNA ≤ peer's RCV.NXT ≤ SND.NXT. */
    PARTNERS_DISAGREE,
    /** A TCB ended, other than by the own user or a crash, whose peer's user may have closed both directions; none was aborted, given up or lost. */
    RESPONSE_JUDGED,
    /** As {@link #RESPONSE_JUDGED}, by an RST, and an octet of the peer had not arrived or was not read. */
    RESPONSE_LOST,
    /** A TCB changed its state. */
    TCP_STATE_CHANGED,
    /** A TCB changed its state as RFC 9293 §3.10 does not allow. */
    TCP_STATE_CHANGED_AGAINST_RFC,
    /** The user called OPEN, SEND, RECEIVE, CLOSE or ABORT. */
    USER_CALL,
    /** A segment arrived, for the first time or again. */
    ARRIVAL,
    /** A segment arrived and made its receiver send. */
    ARRIVAL_ANSWERED,
    /** A segment was sent. */
    EMISSION,
    /** A segment was sent into a full network and lost at once. */
    OVERFLOW,
    /** A segment left the network without ever having arrived. */
    LOSS,
    /** A timer fired. */
    TIMER_FIRED,
    /** A retransmission timer fired. */
    RETRANSMISSION,
    /** A TCB was given up after the last retransmission (R2). */
    GIVEN_UP,
    /** The step is a tick: time passed. */
    TICK,
    /** The user aborted. */
    ABORT,
    /** A host lost its memory. */
    CRASH,
    /** An off-path segment arrived. */
    FORGERY;

    private final long bit;

    /** One bit per constant, in order. */
    @SuppressWarnings("EnumOrdinal")
    Observation() {
        this.bit = Long.rotateLeft(1, ordinal());
    }

    /** The set that holds only this fact. */
    public long bit() {
        return bit;
    }

    /** Whether {@code observations} holds this fact. */
    public boolean in(long observations) {
        return (observations & bit) != 0;
    }
}
