package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.Reassembly.Piece;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;

/** RFC 9293 §3.10.7 in the states that are not synchronised; the others are {@link SynchronizedArrival}'s. */
public final class SegmentArrives {

    private static final int MOST_SHIFT = 14;

    private final Connection connection;
    private final Transmission transmission;
    private final SynchronizedArrival synchronizedArrival;
    private final TimeWaitArrival timeWaitArrival;

    public SegmentArrives(Connection connection, Transmission transmission) {
        this.connection = connection;
        this.transmission = transmission;
        this.synchronizedArrival = new SynchronizedArrival(connection, transmission);
        this.timeWaitArrival = new TimeWaitArrival(connection, transmission, this);
    }

    void process(Segment segment) {
        switch (connection.tcb.state) {
            case CLOSED -> closed(segment);
            case LISTEN -> listen(segment);
            case SYN_SENT -> synSent(segment);
            case TIME_WAIT -> timeWaitArrival.process(segment);
            default -> synchronizedArrival.process(segment);
        }
    }

    private void closed(Segment segment) {
        if (!segment.rst() && !connection.rules.answersWithoutConnection(segment)) {
            connection.outbox.decided("closed.rst: dropped in silence");
            return;
        }
        connection.outbox.decided("RFC 9293 §3.10.7.1: no connection");
        transmission.resetFor(segment);
    }

    private void listen(Segment segment) {
        if (segment.rst()) {
            connection.outbox.decided("RFC 9293 §3.10.7.2, first check: RST ignored");
            transmission.resetFor(segment);
        } else if (segment.hasAck()) {
            connection.outbox.decided("RFC 9293 §3.10.7.2, second check: ACK answered by RST");
            transmission.resetFor(segment);
        } else if (segment.syn()) {
            connection.outbox.decided("RFC 9293 §3.10.7.2, third check: SYN");
            passiveOpen(segment, connection.isn.next(connection.now, connection.lastSndNxt));
        } else {
            connection.outbox.decided("RFC 9293 §3.10.7.2, fourth check: dropped");
        }
    }

    /** A SYN begins a connection at a listening host. */
    void passiveOpen(Segment syn, long iss) {
        connection.begin(TcpState.SYN_RECEIVED);
        Tcb tcb = connection.tcb;
        tcb.passive = true;
        connection.chooseIss(iss);
        synReceived(syn);
    }

    private void synReceived(Segment syn) {
        takePeerSyn(syn);
        Tcb tcb = connection.tcb;
        setWindow(tcb, syn);
        if (syn.payload().length > 0 || syn.fin()) {
            connection.outbox.decided("RFC 9293 §3.10.7.2, third, and §3.10.7.3, fourth check: text or FIN is queued");
            connection.reassembly.hold(Piece.of(syn, connection.numbers), tcb.rcvNxt);
        }
        transmission.syn(tcb.state == TcpState.SYN_RECEIVED && tcb.outstanding());
    }

    private void takePeerSyn(Segment syn) {
        Tcb tcb = connection.tcb;
        tcb.irs = connection.numbers.of(syn.seq());
        tcb.rcvNxt = connection.numbers.plus(tcb.irs, 1);
        syn.mss().ifPresent(mss -> tcb.sendMss = Math.max(1, Math.min(mss, connection.options.maxSegment)));
        connection.timestamping.begin(tcb, syn);
        // RFC 7323 §2.2: both ends must offer; §2.3: a larger shift is taken for 14.
        tcb.scaling = connection.config.windowScale() && syn.windowScale().isPresent();
        tcb.sndShift = tcb.scaling ? Math.min(MOST_SHIFT, syn.windowScale().getAsInt()) : 0;
    }

    static void setWindow(Tcb tcb, Segment segment) {
        // RFC 7323 §2.2: the window of a SYN is never scaled.
        tcb.sndWnd = segment.syn() ? segment.window() : (long) segment.window() << tcb.sndShift;
        tcb.sndWl1 = segment.seq();
        tcb.sndWl2 = segment.ack();
        tcb.maxSndWnd = Math.max(tcb.maxSndWnd, tcb.sndWnd);
    }

    private void synSent(Segment segment) {
        Tcb tcb = connection.tcb;
        boolean ackAcceptable = segment.hasAck() && connection.rules.acknowledgesSyn(tcb, segment);
        if (segment.hasAck() && !ackAcceptable) {
            connection.outbox.decided("RFC 9293 §3.10.7.3, first check: SEG.ACK unacceptable");
            transmission.resetFor(segment);
            if (!segment.rst() && connection.rules.sendsSynAgainAtOnce(tcb)) {
                connection.outbox.decided("syn-again-after-rst: the SYN is sent again at once");
                transmission.retransmit();
            }
            return;
        }
        if (segment.rst()) {
            connection.outbox.decided("RFC 9293 §3.10.7.3, second check: RST");
            if (ackAcceptable) {
                connection.fail(UserSignal.RESET);
            }
            return;
        }
        if (!segment.syn()) {
            connection.outbox.decided("RFC 9293 §3.10.7.3, fifth check: neither SYN nor RST, dropped");
            return;
        }
        TcpState next = connection.rules.afterSynInSynSent(ackAcceptable);
        connection.outbox.decided("RFC 9293 §3.10.7.3, fourth check: SYN leads to " + next);
        if (next == TcpState.ESTABLISHED) {
            established(segment, ackAcceptable);
        } else {
            connection.enter(TcpState.SYN_RECEIVED);
            synReceived(segment);
        }
    }

    private void established(Segment segment, boolean ackAcceptable) {
        Tcb tcb = connection.tcb;
        takePeerSyn(segment);
        if (ackAcceptable) {
            synchronizedArrival.advance(segment);
        }
        setWindow(tcb, segment);
        connection.enter(TcpState.ESTABLISHED);
        if (segment.payload().length > 0 || segment.fin()) {
            synchronizedArrival.textAndFin(segment);
        }
        synchronizedArrival.answerAtOnce();
    }
}
