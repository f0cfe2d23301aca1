package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.RetransmissionQueue.Sent;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.Timers.Timer;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.Segment.Timestamps;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import java.util.Optional;
import java.util.OptionalInt;

/** Everything that an endpoint sends. */
final class Transmission {

    private static final byte[] NO_OCTETS = {};
    private static final int MAX_WINDOW = 0xFFFF;

    private final Connection connection;

    Transmission(Connection connection) {
        this.connection = connection;
    }

    /** {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>}. */
    void ack() {
        emit(connection.tcb.sndNxt, ControlBits.ACK, NO_OCTETS);
    }

    /** An ACK that RFC 5961 §7 counts. */
    void challengeAck() {
        if (connection.challenges.allows(connection.now)) {
            connection.outbox.decided("RFC 5961: challenge ACK");
            ack();
        } else {
            connection.outbox.decided("RFC 5961 §7: challenge ACK withheld, the limit is reached");
        }
    }

    /** The own SYN, or SYN,ACK in SYN-RECEIVED; {@code again}: it was sent before with the same number. */
    void syn(boolean again) {
        Tcb tcb = connection.tcb;
        if (!again) {
            tcb.sndNxt = connection.numbers.plus(tcb.iss, 1);
        }
        connection.retransmissions.clear();
        // A running timer goes on (RFC 6298 §5.1): the SYN that crosses the peer's does not restart it.
        transmit(new Sent(tcb.iss, ControlBits.SYN, NO_OCTETS, connection.now, again));
    }

    /** {@code <SEQ=SND.NXT><CTL=RST>}, RFC 9293 §3.10.5. */
    void reset() {
        emit(connection.tcb.sndNxt, ControlBits.RST, NO_OCTETS);
    }

    /** {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=RST,ACK>}, as FreeBSD's tcp_drop sends it. */
    void resetByOwnNumbers() {
        Tcb tcb = connection.tcb;
        Optional<Timestamps> timestamps = connection.timestamping.option(tcb, false, true, connection.now);
        int control = ControlBits.RST | ControlBits.ACK;
        write(new Segment(tcb.sndNxt, tcb.rcvNxt, control, 0, OptionalInt.empty(), timestamps, NO_OCTETS));
    }

    /** The RST for a segment that belongs to no connection, RFC 9293 §3.5.2 and §3.10.7.1. */
    void resetFor(Segment segment) {
        if (!connection.rules.mayBeAnsweredByReset(segment)) {
            return;
        }
        long seq = connection.rules.resetSeq(segment);
        boolean acknowledges = !segment.hasAck();
        Optional<Timestamps> timestamps =
                connection.timestamping.option(connection.tcb, false, acknowledges, connection.now);
        long ack = acknowledges ? connection.numbers.plus(segment.seq(), segment.length()) : 0;
        int control = acknowledges ? ControlBits.RST | ControlBits.ACK : ControlBits.RST;
        write(new Segment(seq, ack, control, 0, OptionalInt.empty(), timestamps, NO_OCTETS));
    }

    /** Sends what the peer's window has room for: text, then FIN. Returns whether anything was sent. */
    boolean pending() {
        Tcb tcb = connection.tcb;
        boolean sent = false;
        while (mayTransmitText(tcb) && room(tcb) > 0 && worthSending(tcb)) {
            text((int) Math.min(room(tcb), tcb.sendMss));
            sent = true;
        }
        if (finWaits(tcb) && room(tcb) > 0) {
            fin();
            sent = true;
        }
        if (!tcb.outstanding() && (mayTransmitText(tcb) || finWaits(tcb))) {
            connection.outbox.decided(
                    room(tcb) > 0
                            ? "RFC 9293 §3.8.6.2.1: too little to send, until the override timeout"
                            : "RFC 9293 §3.8.6.1: zero window, a probe will follow (MUST-36)");
            if (!connection.timers.runs(Timer.PERSIST)) {
                connection.timers.start(Timer.PERSIST, connection.rto.start(connection.now));
            }
        }
        return sent;
    }

    /**
     * One octet, or the FIN, into a closed window, RFC 9293 §3.8.6.1. Into a window that was only too small to be worth
     * it goes what fits: the override timeout of §3.8.6.2.1 sends min(D,U).
     */
    void probe() {
        Tcb tcb = connection.tcb;
        boolean override = mayTransmitText(tcb) && room(tcb) > 0;
        connection.outbox.decided(
                override
                        ? "RFC 9293 §3.8.6.2.1: override timeout, min(D,U) is sent"
                        : "RFC 9293 §3.8.6.1: zero-window probe (MUST-36)");
        if (override) {
            text((int) Math.min(room(tcb), tcb.sendMss));
        } else if (mayTransmitText(tcb)) {
            text(1);
        } else if (finWaits(tcb)) {
            fin();
        }
    }

    /** {@code <SEQ=SND.NXT-1><ACK=RCV.NXT><CTL=ACK>}, RFC 9293 §3.8.4. */
    void keepAliveProbe() {
        emit(connection.numbers.of(connection.tcb.sndNxt - 1), ControlBits.ACK, NO_OCTETS);
    }

    /** The oldest unacknowledged segment again, RFC 6298 §5.4 to §5.6. */
    void retransmit() {
        connection.tcb.retransmissions++;
        connection.rto.backOff();
        Sent sent = connection.retransmissions.again();
        emit(connection.rules.retransmissionSeq(connection.tcb, sent.seq()), sent.control(), sent.payload());
        restartTimer();
    }

    /** The own FIN again, as an answer: its timer goes on. */
    void finAgain() {
        emit(connection.tcb.finSeq, ControlBits.FIN, NO_OCTETS);
    }

    /** Starts the retransmission timer if something is outstanding and stops it if not, RFC 6298 §5. */
    void restartTimer() {
        if (connection.retransmissions.isEmpty()) {
            connection.timers.stop(Timer.RETRANSMISSION);
            connection.restartKeepAlive();
        } else {
            startTimer();
        }
    }

    /** Not beyond the user timeout, RFC 9293 §3.10.8: it counts from when the oldest segment was first sent. */
    private void startTimer() {
        long retransmission = connection.rto.start(connection.now);
        long oldest = connection.retransmissions.oldestSentAt();
        long giveUp = connection.options.userTimeout == EndpointConfig.NEVER
                ? EndpointConfig.NEVER
                : oldest + connection.options.userTimeout;
        connection.timers.start(Timer.RETRANSMISSION, Math.min(retransmission, Math.max(giveUp, connection.now)));
    }

    private boolean mayTransmitText(Tcb tcb) {
        return !connection.unsent.isEmpty()
                && tcb.finSeq == Tcb.NONE
                && switch (tcb.state) {
                    case ESTABLISHED, CLOSE_WAIT, FIN_WAIT_1, CLOSING -> true;
                    default -> false;
                };
    }

    private boolean finWaits(Tcb tcb) {
        return tcb.closeCalled
                && tcb.finSeq == Tcb.NONE
                && connection.rules.finMayBeSent(tcb, connection.unsent.size())
                && switch (tcb.state) {
                    case FIN_WAIT_1, CLOSING, CLOSE_WAIT -> true;
                    default -> false;
                };
    }

    /** Numbers that may still be sent: SND.UNA + SND.WND - SND.NXT. */
    private long room(Tcb tcb) {
        return tcb.sndWnd - connection.numbers.distance(tcb.sndUna, tcb.sndNxt);
    }

    /** RFC 9293 §3.8.6.2.1 (MUST-38): a full segment, everything there is, or half the largest window. */
    private boolean worthSending(Tcb tcb) {
        long size = Math.min(room(tcb), tcb.sendMss);
        return size == tcb.sendMss || size >= connection.unsent.size() || 2 * size >= tcb.maxSndWnd;
    }

    private void text(int limit) {
        Tcb tcb = connection.tcb;
        byte[] octets = connection.unsent.take(limit);
        int control = connection.unsent.isEmpty() ? ControlBits.PSH : 0;
        boolean last = finWaits(tcb) && octets.length < room(tcb) && tcb.closeCalled;
        if (last) {
            tcb.finSeq = connection.numbers.plus(tcb.sndNxt, octets.length);
            control |= ControlBits.FIN;
        }
        long seq = tcb.sndNxt;
        tcb.sndNxt = connection.numbers.plus(seq, octets.length + (last ? 1 : 0));
        transmit(new Sent(seq, control, octets, connection.now, false));
        finSent();
    }

    private void fin() {
        Tcb tcb = connection.tcb;
        tcb.finSeq = tcb.sndNxt;
        tcb.sndNxt = connection.numbers.plus(tcb.finSeq, 1);
        transmit(new Sent(tcb.finSeq, ControlBits.FIN, NO_OCTETS, connection.now, false));
        finSent();
    }

    /** RFC 9293 §3.10.4, CLOSE-WAIT: "then send a FIN segment, enter LAST-ACK state". */
    private void finSent() {
        Tcb tcb = connection.tcb;
        if (tcb.finSeq != Tcb.NONE && tcb.state == TcpState.CLOSE_WAIT) {
            connection.enter(connection.rules.afterClose(TcpState.CLOSE_WAIT));
        }
    }

    private void transmit(Sent sent) {
        connection.retransmissions.add(sent);
        connection.timers.stop(Timer.PERSIST);
        // RFC 9293 §3.8.4: probes only while nothing is outstanding; retransmission watches over the rest.
        connection.timers.stop(Timer.KEEP_ALIVE);
        if (!connection.timers.runs(Timer.RETRANSMISSION)) {
            startTimer();
        }
        emit(sent.seq(), sent.control(), sent.payload());
    }

    private void emit(long seq, int control, byte[] payload) {
        Tcb tcb = connection.tcb;
        boolean syn = (control & ControlBits.SYN) != 0;
        boolean rst = (control & ControlBits.RST) != 0;
        boolean ack = !rst && tcb.state != TcpState.SYN_SENT;
        tcb.rcvWnd = connection.receiveWindow();
        if (ack) {
            tcb.lastAckSent = tcb.rcvNxt;
            connection.timers.stop(Timer.DELAYED_ACK);
        }
        Optional<Timestamps> timestamps =
                connection.timestamping.option(tcb, syn && tcb.state == TcpState.SYN_SENT, ack, connection.now);
        write(new Segment(
                seq,
                ack ? tcb.rcvNxt : 0,
                ack ? control | ControlBits.ACK : control,
                (int) Math.min(tcb.rcvWnd, MAX_WINDOW),
                syn ? OptionalInt.of(connection.options.maxSegment) : OptionalInt.empty(),
                syn ? windowScale(tcb) : OptionalInt.empty(),
                timestamps,
                payload));
    }

    /** RFC 7323 §2.2: a SYN offers, a SYN,ACK answers an offer; the own window is sent as it is, shifted by 0. */
    private OptionalInt windowScale(Tcb tcb) {
        boolean offer = tcb.state == TcpState.SYN_SENT && connection.config.windowScale();
        return offer || tcb.scaling ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private void write(Segment segment) {
        connection.outbox.segment(TcpHeader.emit(segment, connection.tuple));
    }
}
