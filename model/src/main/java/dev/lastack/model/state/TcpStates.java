package dev.lastack.model.state;

import static dev.lastack.tcp.TcpState.CLOSED;
import static dev.lastack.tcp.TcpState.CLOSE_WAIT;
import static dev.lastack.tcp.TcpState.CLOSING;
import static dev.lastack.tcp.TcpState.ESTABLISHED;
import static dev.lastack.tcp.TcpState.FIN_WAIT_1;
import static dev.lastack.tcp.TcpState.FIN_WAIT_2;
import static dev.lastack.tcp.TcpState.LAST_ACK;
import static dev.lastack.tcp.TcpState.LISTEN;
import static dev.lastack.tcp.TcpState.SYN_RECEIVED;
import static dev.lastack.tcp.TcpState.SYN_SENT;
import static dev.lastack.tcp.TcpState.TIME_WAIT;

import dev.lastack.tcp.TcpState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of TCP states that rules and layout speak of. */
public final class TcpStates {

    static final Set<TcpState> ALL = Collections.unmodifiableSet(EnumSet.allOf(TcpState.class));

    /** No TCB exists. */
    public static final Set<TcpState> GONE = set(CLOSED, LISTEN);

    /** A TCB exists. */
    static final Set<TcpState> ALIVE = Collections.unmodifiableSet(EnumSet.range(SYN_SENT, TIME_WAIT));

    /** IRS is known. */
    static final Set<TcpState> BEYOND_SYN_SENT = Collections.unmodifiableSet(EnumSet.range(SYN_RECEIVED, TIME_WAIT));

    /** RFC 9293 §3.5.1: both ends have agreed on their numbers. */
    public static final Set<TcpState> SYNCHRONIZED = Collections.unmodifiableSet(EnumSet.range(ESTABLISHED, TIME_WAIT));

    /** Something sent may be unacknowledged. */
    static final Set<TcpState> SENDING =
            set(SYN_SENT, SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, CLOSE_WAIT, CLOSING, LAST_ACK);

    /** The user may still send. */
    static final Set<TcpState> OPEN_TO_SEND = set(ESTABLISHED, CLOSE_WAIT);

    /** A connection from which the user may read, until TIME-WAIT: from there on nothing depends on whether it does. */
    static final Set<TcpState> READABLE = set(ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK);

    /** The peer may still send, RFC 9293 §3.10.7.4, seventh check. */
    static final Set<TcpState> TAKING_TEXT = set(ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2);

    /** An acknowledgment may wait. In LAST-ACK the FIN has carried it, and TIME-WAIT stops the timer. */
    static final Set<TcpState> OWING_ACK = set(ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING);

    /** The peer may send, or may have sent, text that has not arrived. */
    static final Set<TcpState> AWAITING_TEXT = set(SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT);

    /** The user has closed and the TCB is still there. */
    public static final Set<TcpState> CLOSED_BY_USER = set(FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT);

    private TcpStates() {}

    /** The peer may still send text: RFC 9293 §3.10.7.4, seventh and eighth check. */
    public static boolean takesText(TcpState state) {
        return state == ESTABLISHED || state == FIN_WAIT_1 || state == FIN_WAIT_2;
    }

    static Set<TcpState> set(TcpState first, TcpState... rest) {
        return Collections.unmodifiableSet(EnumSet.of(first, rest));
    }
}
