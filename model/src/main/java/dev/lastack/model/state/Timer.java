package dev.lastack.model.state;

import static dev.lastack.tcp.TcpState.CLOSED;
import static dev.lastack.tcp.TcpState.CLOSING;
import static dev.lastack.tcp.TcpState.FIN_WAIT_2;
import static dev.lastack.tcp.TcpState.LAST_ACK;
import static dev.lastack.tcp.TcpState.TIME_WAIT;

/** The timers of an endpoint that make something happen when they fire, RFC 9293 §3.10.8. */
public enum Timer {
    TIME_WAIT_TIMEOUT("2MSL") {
        @Override
        public boolean isArmed(Tcb tcb) {
            return tcb.state() == TIME_WAIT;
        }
    },
    FIN_WAIT_2_TIMEOUT("FIN-WAIT-2") {
        @Override
        public boolean isArmed(Tcb tcb) {
            return tcb.timers().finWait2Left.max() != 0 && tcb.state() == FIN_WAIT_2 && tcb.abandoned();
        }
    },
    /** It ends a connection as well: R2 is counted in retransmissions. */
    RETRANSMISSION("retransmission") {
        @Override
        public boolean isArmed(Tcb tcb) {
            return tcb.outstanding() > 0;
        }
    },
    KEEP_ALIVE("keep-alive") {
        @Override
        public boolean isArmed(Tcb tcb) {
            return tcb.timers().idle.max() != 0 && tcb.outstanding() == 0 && tcb.maySendProbes();
        }
    },
    QUIET_TIME("quiet time") {
        @Override
        public boolean isArmed(Tcb tcb) {
            StateLayout.Field left = tcb.timers().quietLeft;
            return left.max() != 0 && tcb.state() == CLOSED && tcb.get(left) > 0;
        }
    },
    CLOSING_TIMEOUT("CLOSING") {
        @Override
        public boolean isArmed(Tcb tcb) {
            return tcb.timers().closingLeft.max() != 0 && tcb.state() == CLOSING;
        }
    },
    LAST_ACK_TIMEOUT("LAST-ACK") {
        @Override
        public boolean isArmed(Tcb tcb) {
            return tcb.timers().lastAckLeft.max() != 0 && tcb.state() == LAST_ACK;
        }
    },
    DELAYED_ACK("delayed ACK") {
        @Override
        public boolean isArmed(Tcb tcb) {
            return tcb.owesAck();
        }
    };

    /** What the field "quiet" holds at the instant at which the host may speak again, where that is a separate step; 0 is not quiet. */
    public static final int QUIET_TIME_OVER = 1;

    /** What the field "ACK owed" holds when the ACK is due, where that is a separate step; 0 owes none. */
    public static final int DELAYED_ACK_OVER = 1;

    private static final Timer[] ALL = values();

    private final String title;

    Timer(String title) {
        this.title = title;
    }

    /** For reports. */
    public String title() {
        return title;
    }

    public abstract boolean isArmed(Tcb tcb);

    /** Its number, see {@link #of}. */
    @SuppressWarnings("EnumOrdinal") // The packed form of the timer.
    public int number() {
        return ordinal();
    }

    /** How many there are. */
    public static int count() {
        return ALL.length;
    }

    public static Timer of(int number) {
        return ALL[number];
    }
}
