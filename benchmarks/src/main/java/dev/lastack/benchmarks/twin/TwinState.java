package dev.lastack.benchmarks.twin;

/**
 * The states of an endpoint. Only ESTABLISHED and CLOSE-WAIT can await the acknowledgement of an octet, so that is part
 * of the state; TIME-WAIT counts: {@code TIME_WAIT + n} has n+1 ticks left.
 */
final class TwinState {

    static final int CLOSED = 0;
    static final int SYN_SENT = 1;
    static final int ESTABLISHED = 2;
    static final int CLOSE_WAIT = 3;
    static final int ESTABLISHED_UNACKNOWLEDGED = 4;
    static final int CLOSE_WAIT_UNACKNOWLEDGED = 5;
    static final int FIN_WAIT_1 = 6;
    static final int FIN_WAIT_2 = 7;
    static final int CLOSING = 8;
    static final int LAST_ACK = 9;
    static final int TIME_WAIT = 10;

    private static final String[] NAMES = {
        "CLOSED",
        "SYN-SENT",
        "ESTABLISHED",
        "CLOSE-WAIT",
        "ESTABLISHED (octet unacknowledged)",
        "CLOSE-WAIT (octet unacknowledged)",
        "FIN-WAIT-1",
        "FIN-WAIT-2",
        "CLOSING",
        "LAST-ACK"
    };

    private TwinState() {}

    /** Whether the next octet or the FIN may be sent. */
    static boolean maySend(int state) {
        return state == ESTABLISHED || state == CLOSE_WAIT;
    }

    static int octetSent(int state) {
        return state + (ESTABLISHED_UNACKNOWLEDGED - ESTABLISHED);
    }

    static int finSent(int state) {
        return state == ESTABLISHED ? FIN_WAIT_1 : LAST_ACK;
    }

    static boolean mayReceive(int state) {
        return state == ESTABLISHED
                || state == ESTABLISHED_UNACKNOWLEDGED
                || state == FIN_WAIT_1
                || state == FIN_WAIT_2;
    }

    /** The type of the segment that awaits its acknowledgement, or -1. */
    static int unacknowledged(int state) {
        return switch (state) {
            case SYN_SENT -> TwinSegmentFormat.SYN;
            case ESTABLISHED_UNACKNOWLEDGED, CLOSE_WAIT_UNACKNOWLEDGED -> TwinSegmentFormat.DATA;
            case FIN_WAIT_1, CLOSING, LAST_ACK -> TwinSegmentFormat.FIN;
            default -> -1;
        };
    }

    /** Where the acknowledgement of everything sent leads. */
    static int acknowledged(int state, int timeWait) {
        return switch (state) {
            case ESTABLISHED_UNACKNOWLEDGED -> ESTABLISHED;
            case CLOSE_WAIT_UNACKNOWLEDGED -> CLOSE_WAIT;
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
            case ESTABLISHED_UNACKNOWLEDGED -> CLOSE_WAIT_UNACKNOWLEDGED;
            case FIN_WAIT_1 -> CLOSING;
            case FIN_WAIT_2 -> timeWait;
            default -> throw new AssertionError("no FIN is received in " + name(state));
        };
    }

    static String name(int state) {
        return state < TIME_WAIT ? NAMES[state] : "TIME-WAIT(" + (state - TIME_WAIT + 1) + ")";
    }
}
