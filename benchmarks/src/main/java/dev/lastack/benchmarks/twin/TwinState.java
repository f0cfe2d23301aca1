package dev.lastack.benchmarks.twin;

/** The states of an endpoint. TIME-WAIT counts: {@code TIME_WAIT + n} has n+1 ticks left. */
final class TwinState {

    static final int CLOSED = 0;
    static final int SYN_SENT = 1;
    static final int ESTABLISHED = 2;
    static final int FIN_WAIT_1 = 3;
    static final int FIN_WAIT_2 = 4;
    static final int CLOSING = 5;
    static final int CLOSE_WAIT = 6;
    static final int LAST_ACK = 7;
    static final int TIME_WAIT = 8;

    private static final String[] NAMES = {
        "CLOSED", "SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSING", "CLOSE-WAIT", "LAST-ACK"
    };

    private TwinState() {}

    static boolean maySend(int state) {
        return state == ESTABLISHED || state == CLOSE_WAIT;
    }

    static boolean mayReceive(int state) {
        return state == ESTABLISHED || state == FIN_WAIT_1 || state == FIN_WAIT_2;
    }

    /** Whether a SYN or a FIN of this endpoint awaits its acknowledgement. */
    static boolean awaitsControl(int state) {
        return state == SYN_SENT || state == FIN_WAIT_1 || state == CLOSING || state == LAST_ACK;
    }

    /** Where the acknowledgement of everything sent leads. */
    static int acknowledged(int state, int timeWait) {
        return switch (state) {
            case FIN_WAIT_1 -> FIN_WAIT_2;
            case CLOSING -> timeWait;
            case LAST_ACK -> CLOSED;
            default -> state;
        };
    }

    /** Where a FIN leads from a state that may receive. */
    static int finReceived(int state, int timeWait) {
        return switch (state) {
            case ESTABLISHED -> CLOSE_WAIT;
            case FIN_WAIT_1 -> CLOSING;
            case FIN_WAIT_2 -> timeWait;
            default -> throw new AssertionError("no FIN is received in " + name(state));
        };
    }

    static String name(int state) {
        return state < TIME_WAIT ? NAMES[state] : "TIME-WAIT(" + (state - TIME_WAIT + 1) + ")";
    }
}
