package dev.lastack.capture.connection;

/**
 * What the segments of an incarnation prove about one end. Sequence numbers are unsigned 32-bit values in an int and are
 * compared by their difference.
 */
public final class End {

    /** It sent a segment. */
    boolean spoke;

    boolean synSent;
    boolean synAckSent;
    int iss;
    /** It sent what only a synchronised state sends. */
    boolean established;

    /** The highest number behind a segment that it sent: its SND.NXT, unless something was not recorded. */
    int next;
    /** The number up to which everything it sent was recorded. */
    int contiguous;

    /** It sent an ACK; {@link #ackSent} is the highest, a lower bound of its RCV.NXT. */
    boolean acked;

    int ackSent;

    boolean finSent;
    int finSeq;
    long finFirst;
    long finLast;
    int fins;
    long finLongestGap;
    /** Its first FIN acknowledged the peer's FIN. */
    boolean finPassive;
    /** Every copy of its FIN acknowledged the peer's FIN. */
    boolean finsAckPeersFin;

    /** The peer sent an ACK of its FIN, which need not have arrived. */
    boolean finAcked;

    long finAckedAt;
    /** Some ACK of its FIN could arrive without the peer's FIN being processed. */
    boolean finAckedAlone;

    /** The ACK of its FIN is known to have arrived. */
    boolean finAckArrived;

    /** It acknowledged the peer's FIN. */
    boolean gotFin;

    long gotFinAt;

    boolean rstSent;
    long rstAt;
    /** It carried an ACK: not an answer to one, which a host sends from SYN-SENT and SYN-RECEIVED too. */
    boolean rstAcks;

    /** The peer sent it an RST, which need not have arrived or been accepted. */
    boolean rstPossible;
    /** The RST arrived and every stack accepts it. */
    boolean rstCertain;

    long spokeAt;
    int window;
    long widest;
    int shift;
    int timeToLive;
    boolean stamped;
    int stamp;
    int resetTimeToLive;
    /** Segments that were acknowledged and not recorded. */
    int unseen;

    /** The end sent its FIN, which has the number {@link #finSeq()}. */
    public boolean finSent() {
        return finSent;
    }

    public int finSeq() {
        return finSeq;
    }

    /** When the first copy of its FIN was recorded. */
    public long finFirst() {
        return finFirst;
    }

    public long finLast() {
        return finLast;
    }

    /** Copies of its FIN. */
    public int fins() {
        return fins;
    }

    /** The longest time between two copies of its FIN, nanoseconds. */
    public long finLongestGap() {
        return finLongestGap;
    }

    /** The peer sent an ACK of its FIN. */
    public boolean finAcked() {
        return finAcked;
    }

    public long finAckedAt() {
        return finAckedAt;
    }

    /** It acknowledged the peer's FIN. */
    public boolean gotFin() {
        return gotFin;
    }

    public long gotFinAt() {
        return gotFinAt;
    }

    public boolean finPassive() {
        return finPassive;
    }

    public boolean rstSent() {
        return rstSent;
    }

    public long rstAt() {
        return rstAt;
    }

    public boolean rstPossible() {
        return rstPossible;
    }

    public int next() {
        return next;
    }

    public boolean acked() {
        return acked;
    }

    public int ackSent() {
        return ackSent;
    }

    public boolean spoke() {
        return spoke;
    }

    public boolean synSent() {
        return synSent;
    }

    public int iss() {
        return iss;
    }

    /** When its last segment was recorded. */
    public long spokeAt() {
        return spokeAt;
    }

    public int timeToLive() {
        return timeToLive;
    }

    /** The widest window that it announced, scaled. */
    public long widest() {
        return widest;
    }

    public int resetTimeToLive() {
        return resetTimeToLive;
    }

    public int window() {
        return window;
    }

    /** Segments of this end that the peer acknowledged and that were not recorded. */
    public int unseen() {
        return unseen;
    }
}
