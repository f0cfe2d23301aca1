package dev.lastack.endpoint.tcb;

import dev.lastack.tcp.TcpState;

/**
 * The variables of a connection, RFC 9293 §3.3.1, with the names they have there. Rules read them; only the endpoint
 * writes them.
 */
public final class Tcb {

    /** The number of a FIN that was not sent. */
    public static final long NONE = -1;

    public TcpState state = TcpState.CLOSED;
    public boolean passive;
    public long iss;
    public long sndUna;
    public long sndNxt;
    public long sndWnd;
    public long sndWl1;
    public long sndWl2;
    public long maxSndWnd;
    public long irs;
    public long rcvNxt;
    public long rcvWnd;
    public boolean scaling;
    public int sndShift;
    public int sendMss = 536; // SendMSS without the option, MUST-15
    public long finSeq = NONE;
    public boolean closeCalled;
    public boolean orphan;
    public boolean peerFin;
    public int retransmissions;
    public int unansweredProbes;
    public long timeWaitSince;
    public boolean timestamps;
    public long tsRecent;
    public long lastAckSent;

    public Tcb() {}

    public TcpState state() {
        return state;
    }

    /** The connection began in LISTEN (MUST-11). */
    public boolean passive() {
        return passive;
    }

    public long iss() {
        return iss;
    }

    public long sndUna() {
        return sndUna;
    }

    public long sndNxt() {
        return sndNxt;
    }

    public long sndWnd() {
        return sndWnd;
    }

    public long sndWl1() {
        return sndWl1;
    }

    public long sndWl2() {
        return sndWl2;
    }

    /** MAX.SND.WND of RFC 5961 §5.2. */
    public long maxSndWnd() {
        return maxSndWnd;
    }

    public long irs() {
        return irs;
    }

    public long rcvNxt() {
        return rcvNxt;
    }

    public long rcvWnd() {
        return rcvWnd;
    }

    /** The number of the own FIN, or {@link #NONE} before it is sent. */
    public long finSeq() {
        return finSeq;
    }

    /** CLOSE was called; its FIN may still wait behind octets. */
    public boolean closeCalled() {
        return closeCalled;
    }

    /** The user has gone for good, not only shut down the own direction. */
    public boolean orphan() {
        return orphan;
    }

    /** The peer's FIN was processed. */
    public boolean peerFin() {
        return peerFin;
    }

    /** Retransmissions of the oldest unacknowledged segment so far. */
    public int retransmissions() {
        return retransmissions;
    }

    /** Something sent is not acknowledged. */
    public boolean outstanding() {
        return sndUna != sndNxt;
    }

    /** Octets sent are not acknowledged; SYN and FIN are none. */
    public boolean textOutstanding() {
        return outstanding() && sndUna != finSeq && sndUna != iss;
    }

    /** Both ends agreed on RFC 7323 timestamps. */
    public boolean timestamps() {
        return timestamps;
    }

    /** TS.Recent. */
    public long tsRecent() {
        return tsRecent;
    }

    /** Last.ACK.sent of RFC 7323. */
    public long lastAckSent() {
        return lastAckSent;
    }

    /** When TIME-WAIT was entered, microseconds. */
    public long timeWaitSince() {
        return timeWaitSince;
    }
}
