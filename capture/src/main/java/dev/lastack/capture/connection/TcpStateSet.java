package dev.lastack.capture.connection;

import dev.lastack.tcp.TcpState;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of TCP states as the bits of an int. */
public final class TcpStateSet {

    public static final int CLOSED = of(TcpState.CLOSED);
    public static final int LISTEN = of(TcpState.LISTEN);
    public static final int SYN_SENT = of(TcpState.SYN_SENT);
    public static final int SYN_RECEIVED = of(TcpState.SYN_RECEIVED);
    public static final int ESTABLISHED = of(TcpState.ESTABLISHED);
    public static final int FIN_WAIT_1 = of(TcpState.FIN_WAIT_1);
    public static final int FIN_WAIT_2 = of(TcpState.FIN_WAIT_2);
    public static final int CLOSE_WAIT = of(TcpState.CLOSE_WAIT);
    public static final int CLOSING = of(TcpState.CLOSING);
    public static final int LAST_ACK = of(TcpState.LAST_ACK);
    public static final int TIME_WAIT = of(TcpState.TIME_WAIT);

    /** The states of a connection that both ends know. */
    public static final int SYNCHRONISED =
            ESTABLISHED | FIN_WAIT_1 | FIN_WAIT_2 | CLOSE_WAIT | CLOSING | LAST_ACK | TIME_WAIT;

    private TcpStateSet() {}

    @SuppressWarnings("EnumOrdinal") // The bit of the state.
    private static int of(TcpState state) {
        return 1 << state.ordinal();
    }

    /** Whether {@code set} contains {@code state}. */
    public static boolean contains(int set, TcpState state) {
        return (set & of(state)) != 0;
    }

    public static Set<TcpState> states(int set) {
        Set<TcpState> states = EnumSet.noneOf(TcpState.class);
        for (TcpState state : TcpState.values()) {
            if (contains(set, state)) {
                states.add(state);
            }
        }
        return states;
    }

    /** {@code FIN-WAIT-1}, or {@code FIN-WAIT-1|CLOSING}. */
    public static String text(int set) {
        return states(set).stream().map(TcpState::toString).collect(Collectors.joining("|"));
    }
}
