package dev.lastack.tcp;

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

import java.util.List;

/** The state changes that RFC 9293 §3.10 allows, and by which event. */
public final class RfcEdges {

    /** One state change; {@code section} is the part of RFC 9293 that allows it. */
    public record Edge(TcpState from, TcpState to, String event, String section) {}

    /** All of them, in the order of figure 5. */
    public static final List<Edge> ALL = List.of(
            new Edge(CLOSED, LISTEN, "passive OPEN", "§3.10.1"),
            new Edge(CLOSED, SYN_SENT, "active OPEN", "§3.10.1"),
            new Edge(LISTEN, CLOSED, "CLOSE, ABORT", "§3.10.4, §3.10.5"),
            new Edge(LISTEN, SYN_SENT, "active OPEN", "§3.10.1"),
            new Edge(LISTEN, SYN_RECEIVED, "SYN", "§3.10.7.2, third"),
            new Edge(SYN_SENT, CLOSED, "CLOSE, ABORT, RST, user timeout", "§3.10.4, §3.10.5, §3.10.7.3, §3.10.8"),
            new Edge(SYN_SENT, SYN_RECEIVED, "SYN", "§3.10.7.3, fourth"),
            new Edge(SYN_SENT, ESTABLISHED, "SYN,ACK", "§3.10.7.3, fourth"),
            new Edge(SYN_RECEIVED, CLOSED, "ABORT, RST, user timeout", "§3.10.5, §3.10.7.4, §3.10.8"),
            new Edge(SYN_RECEIVED, LISTEN, "RST or SYN after a passive OPEN", "§3.10.7.4, second and fourth"),
            new Edge(SYN_RECEIVED, ESTABLISHED, "ACK of the SYN", "§3.10.7.4, fifth"),
            new Edge(SYN_RECEIVED, FIN_WAIT_1, "CLOSE", "§3.10.4"),
            new Edge(ESTABLISHED, CLOSED, "ABORT, RST, user timeout", "§3.10.5, §3.10.7.4, §3.10.8"),
            new Edge(ESTABLISHED, FIN_WAIT_1, "CLOSE", "§3.10.4"),
            new Edge(ESTABLISHED, CLOSE_WAIT, "FIN", "§3.10.7.4, eighth"),
            new Edge(FIN_WAIT_1, CLOSED, "ABORT, RST, user timeout", "§3.10.5, §3.10.7.4, §3.10.8"),
            new Edge(FIN_WAIT_1, FIN_WAIT_2, "ACK of the FIN", "§3.10.7.4, fifth"),
            new Edge(FIN_WAIT_1, CLOSING, "FIN", "§3.10.7.4, eighth"),
            new Edge(FIN_WAIT_1, TIME_WAIT, "FIN with the ACK of the FIN", "§3.10.7.4, eighth"),
            new Edge(FIN_WAIT_2, CLOSED, "ABORT, RST, user timeout", "§3.10.5, §3.10.7.4, §3.10.8"),
            new Edge(FIN_WAIT_2, TIME_WAIT, "FIN", "§3.10.7.4, eighth"),
            new Edge(CLOSE_WAIT, CLOSED, "ABORT, RST, user timeout", "§3.10.5, §3.10.7.4, §3.10.8"),
            new Edge(CLOSE_WAIT, LAST_ACK, "CLOSE", "§3.10.4"),
            new Edge(CLOSING, CLOSED, "ABORT, RST, user timeout", "§3.10.5, §3.10.7.4, §3.10.8"),
            new Edge(CLOSING, TIME_WAIT, "ACK of the FIN", "§3.10.7.4, fifth"),
            new Edge(LAST_ACK, CLOSED, "ACK of the FIN, ABORT, RST, user timeout", "§3.10.7.4, §3.10.5, §3.10.8"),
            new Edge(TIME_WAIT, CLOSED, "2MSL timeout, ABORT, RST", "§3.10.8, §3.10.5, §3.10.7.4"),
            new Edge(TIME_WAIT, SYN_RECEIVED, "SYN", "§3.6.1 (MAY-2), §3.10.7.4, fourth"));

    private static final int STATES = TcpState.values().length;
    private static final int[] INDEX = new int[STATES * STATES];

    static {
        for (int i = 0; i < ALL.size(); i++) {
            INDEX[ALL.get(i).from().code() * STATES + ALL.get(i).to().code()] = i + 1;
        }
    }

    private RfcEdges() {}

    /** The place of a state change in {@link #ALL}, or -1 if RFC 9293 does not allow it. */
    public static int indexOf(TcpState from, TcpState to) {
        return INDEX[from.code() * STATES + to.code()] - 1;
    }

    /** Whether RFC 9293 §3.10 allows a TCB to go from one state to the other. */
    public static boolean allows(TcpState from, TcpState to) {
        return indexOf(from, to) >= 0;
    }
}
