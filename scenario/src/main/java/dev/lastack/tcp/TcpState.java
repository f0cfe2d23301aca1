package dev.lastack.tcp;

/** The eleven states of a connection, RFC 9293 §3.3.2, in the order of figure 5. */
public enum TcpState {
    CLOSED,
    LISTEN,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    TIME_WAIT;

    private static final TcpState[] STATES = values();

    /** The state that {@link #code()} numbers. */
    public static TcpState of(int code) {
        return STATES[code];
    }

    @SuppressWarnings("EnumOrdinal") // The packed form of the state.
    public int code() {
        return ordinal();
    }

    /** The spelling of RFC 9293, for example "FIN-WAIT-1". */
    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}
