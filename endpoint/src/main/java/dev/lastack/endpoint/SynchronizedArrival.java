package dev.lastack.endpoint;

import dev.lastack.endpoint.TcpRules.AckRange;
import dev.lastack.endpoint.tcb.EndpointConfig.UserReads;
import dev.lastack.endpoint.tcb.Reassembly.Piece;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.Timers.Timer;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** RFC 9293 §3.10.7.4 from SYN-RECEIVED to LAST-ACK: one method per numbered check, in their order. */
final class SynchronizedArrival {

    private final Connection connection;
    private final Transmission transmission;
    private boolean ackOwed;
    /** The acknowledgment that is owed is of text or FIN that came in order, and may wait. */
    private boolean mayWait;

    SynchronizedArrival(Connection connection, Transmission transmission) {
        this.connection = connection;
        this.transmission = transmission;
    }

    void process(Segment segment) {
        ackOwed = false;
        mayWait = false;
        if (connection.timers.runs(Timer.KEEP_ALIVE)) {
            connection.restartKeepAlive();
        }
        if (sequence(segment) && reset(segment) && syn(segment) && ack(segment)) {
            if (connection.tcb.state != TcpState.CLOSED) {
                textAndFin(segment);
            }
            answer(ackOwed);
        }
    }

    /** RFC 9293 §3.10.7.4, first check. Returns whether the next one is due, as all of these do. */
    private boolean sequence(Segment segment) {
        Tcb tcb = connection.tcb;
        if (connection.rules.dropsSyn(tcb, segment)) {
            connection.outbox.decided("syn-check: SYN dropped");
            return false;
        }
        if (connection.rules.pawsRejects(tcb, segment)) {
            connection.outbox.decided("RFC 7323 §5.3 R1: SEG.TSval < TS.Recent");
            acknowledgeAgain(segment);
            return false;
        }
        if (connection.timestamping.missing(tcb, segment)) {
            connection.outbox.decided("RFC 7323 §3.2: timestamps missing, dropped");
            return false;
        }
        boolean acceptable = connection.rules.acceptable(tcb, segment)
                || (segment.rst() && connection.rules.takesResetAnywhere(tcb));
        if (!acceptable) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, first check: outside the window");
            if (tcb.rcvWnd == 0 && segment.seq() == tcb.rcvNxt) {
                return zeroWindow(segment);
            }
            if (connection.rules.acknowledgesUnacceptable(tcb, segment)) {
                acknowledgeAgain(segment);
            }
            return false;
        }
        connection.timestamping.follow(tcb, segment, connection.numbers);
        return true;
    }

    private void acknowledgeAgain(Segment segment) {
        if (connection.rules.answersFinByFin(connection.tcb, segment)) {
            connection.outbox.decided("closing.fin: answered by the own FIN");
            transmission.finAgain();
        } else {
            transmission.ack();
        }
    }

    /** With a window of 0 RST and ACK of a segment at RCV.NXT still count (MUST-66); its text does not. */
    private boolean zeroWindow(Segment segment) {
        ackOwed = !segment.rst();
        return true;
    }

    /** RFC 9293 §3.10.7.4, second check. */
    private boolean reset(Segment segment) {
        if (!segment.rst()) {
            return true;
        }
        switch (connection.rules.onReset(connection.tcb, segment)) {
            case IGNORE -> connection.outbox.decided("RFC 9293 §3.10.7.4, second check: RST ignored");
            case CHALLENGE -> {
                connection.outbox.decided("RFC 5961 §3.2: RST in the window, not at RCV.NXT");
                transmission.challengeAck();
            }
            case ACT -> {
                connection.outbox.decided("RFC 9293 §3.10.7.4, second check: RST");
                resetConnection();
            }
        }
        return false;
    }

    private void resetConnection() {
        Tcb tcb = connection.tcb;
        TcpState next = connection.rules.afterReset(tcb);
        if (next == TcpState.LISTEN) {
            connection.begin(TcpState.LISTEN);
            return;
        }
        switch (tcb.state) {
            case SYN_RECEIVED -> connection.fail(UserSignal.REFUSED);
            case CLOSING, LAST_ACK -> {
                // The literal text tells nobody, although octets may be lost; the knob says whether we do. It flushes
                // no
                // queue here: what was received can still be read.
                boolean tells = !connection.config.knobs().rst().silent() && tcb.textOutstanding();
                connection.end();
                if (tells) {
                    connection.outbox.signal(UserSignal.RESET);
                }
            }
            default -> connection.fail(UserSignal.RESET);
        }
    }

    /** RFC 9293 §3.10.7.4, fourth check; the third, security, has nothing to compare. */
    private boolean syn(Segment segment) {
        if (!segment.syn()) {
            return true;
        }
        if (connection.rules.synReturnsToListen(connection.tcb)) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, fourth check: SYN, back to LISTEN");
            connection.begin(TcpState.LISTEN);
        } else if (connection.rules.synResets(connection.tcb, segment)) {
            if (connection.rules.resetsSynByOwnNumbers()) {
                transmission.resetByOwnNumbers();
            } else {
                transmission.resetFor(segment);
            }
            connection.fail(UserSignal.RESET);
        } else {
            connection.outbox.decided("RFC 9293 §3.10.7.4, fourth check: SYN");
            transmission.challengeAck();
        }
        return false;
    }

    /** RFC 9293 §3.10.7.4, fifth check. */
    private boolean ack(Segment segment) {
        Tcb tcb = connection.tcb;
        if (!segment.hasAck()) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, fifth check: no ACK, dropped");
            return false;
        }
        if (!connection.rules.ackInRange(tcb, segment)) {
            connection.outbox.decided("RFC 5961 §5.2: SEG.ACK out of range");
            transmission.challengeAck();
            return false;
        }
        if (tcb.state == TcpState.SYN_RECEIVED) {
            if (!connection.rules.establishes(tcb, segment)) {
                connection.outbox.decided("RFC 9293 §3.10.7.4, fifth check: SYN-RECEIVED, SEG.ACK unacceptable");
                transmission.resetFor(segment);
                return false;
            }
            connection.outbox.decided("RFC 9293 §3.10.7.4, fifth check: own SYN acknowledged");
            SegmentArrives.setWindow(tcb, segment);
            connection.enter(TcpState.ESTABLISHED);
        }
        AckRange range = connection.rules.ackRange(tcb, segment);
        if (range == AckRange.UNSENT) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, fifth check: SEG.ACK > SND.NXT");
            transmission.ack();
            return false;
        }
        if (range == AckRange.NEW) {
            advance(segment);
        }
        updateWindow(segment, range);
        closingStates();
        return true;
    }

    /** SND.UNA advances: what it passes leaves the queue, the timer starts again, RFC 6298 §5.3. */
    void advance(Segment segment) {
        Tcb tcb = connection.tcb;
        tcb.sndUna = connection.numbers.of(segment.ack());
        tcb.retransmissions = 0;
        connection.rto.progress();
        OptionalLong sentAt = connection.retransmissions.acknowledge(tcb.sndUna);
        sentAt.ifPresent(at -> connection.rto.sample(connection.now - at));
        transmission.restartTimer();
    }

    private void updateWindow(Segment segment, AckRange range) {
        Tcb tcb = connection.tcb;
        boolean current = range == AckRange.NEW || segment.ack() == tcb.sndUna;
        if (current && connection.rules.updatesWindow(tcb, segment)) {
            SegmentArrives.setWindow(tcb, segment);
        }
        if (tcb.sndWnd == 0) {
            // A probe that is answered keeps the connection, however long the window stays closed (MUST-37).
            tcb.retransmissions = 0;
        }
    }

    private void closingStates() {
        Tcb tcb = connection.tcb;
        if (!connection.rules.ownFinAcknowledged(tcb)) {
            return;
        }
        TcpState next = connection.rules.afterOwnFinAcknowledged(tcb.state);
        if (next == TcpState.TIME_WAIT && connection.timers.runs(Timer.DELAYED_ACK)) {
            connection.outbox.decided("RFC 9293 §3.8.6.3: the acknowledgment waits no longer than until TIME-WAIT");
            transmission.ack();
        }
        if (next != tcb.state) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, fifth check: own FIN acknowledged, " + next);
            connection.outbox.signal(UserSignal.CLOSED);
            connection.enter(next);
        }
    }

    /** RFC 9293 §3.10.7.4, seventh and eighth check; the sixth, urgent data, is not offered to users. */
    void textAndFin(Segment segment) {
        // What came with the peer's SYN waited for this, RFC 9293 §3.10.7.3, fourth check; nothing else held begins at
        // RCV.NXT.
        connection.reassembly.next(connection.tcb.rcvNxt).ifPresent(held -> arrived(held, segment));
        if (segment.payload().length > 0 || segment.fin()) {
            arrived(Piece.of(segment, connection.numbers), segment);
        }
    }

    /** {@code piece} is of {@code segment}, which arrives, or was held until it came. */
    private void arrived(Piece piece, Segment segment) {
        Tcb tcb = connection.tcb;
        if (tcb.state == TcpState.CLOSING) {
            connection.outbox.decided(
                    "RFC 9293 §3.10.7.4, fifth check: CLOSING ignores what leaves its FIN unacknowledged");
            return;
        }
        if (tcb.peerFin) {
            // After the peer's FIN nothing can follow: text is ignored, a FIN in the window acknowledged.
            ackOwed |= piece.fin();
            return;
        }
        if (piece.text().length > 0 && connection.config.halfDuplex() && connection.rules.textFindsNobody(tcb)) {
            connection.outbox.decided("RFC 9293 §3.6.1: text after CLOSE answered by RST (SHLD-3)");
            transmission.resetFor(segment);
            connection.fail(UserSignal.RESET);
            return;
        }
        ackOwed = true;
        if (!connection.rules.inOrder(tcb, piece.seq())) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, first check: begins beyond RCV.NXT");
            if (connection.config.knobs().reception().reassembly()) {
                connection.reassembly.hold(piece, tcb.rcvNxt);
            }
            return;
        }
        take(piece);
        long inOrder = tcb.rcvNxt;
        Optional<Piece> held = connection.reassembly.next(tcb.rcvNxt);
        while (held.isPresent()) {
            take(held.get());
            held = connection.reassembly.next(tcb.rcvNxt);
        }
        // RFC 5681 §4.2: what fills a gap is acknowledged at once.
        mayWait = tcb.rcvNxt == inOrder
                && connection.rules.delaysAck(tcb, piece.text().length > 0, connection.timers.runs(Timer.DELAYED_ACK));
    }

    private void take(Piece piece) {
        Tcb tcb = connection.tcb;
        if (tcb.peerFin) {
            return;
        }
        long known = connection.numbers.distance(piece.seq(), tcb.rcvNxt);
        long fresh = piece.text().length - known;
        if (fresh < 0) {
            return;
        }
        int taken = (int) Math.min(fresh, tcb.rcvWnd);
        // What does not fit the window has not arrived, nor has the FIN behind it.
        boolean whole = taken == fresh && (!piece.fin() || fresh < tcb.rcvWnd);
        text(piece, (int) known, taken);
        if (piece.fin() && whole) {
            fin();
        }
    }

    private void text(Piece piece, int known, int taken) {
        Tcb tcb = connection.tcb;
        if (taken == 0 || !connection.rules.takesText(tcb)) {
            return;
        }
        connection.outbox.decided("RFC 9293 §3.10.7.4, seventh check: text taken");
        connection.unread.add(Arrays.copyOfRange(piece.text(), known, known + taken));
        tcb.rcvNxt = connection.numbers.plus(tcb.rcvNxt, taken);
        if (connection.config.buffers().reads() == UserReads.BY_RECEIVE) {
            tcb.rcvWnd -= taken;
        }
    }

    private void fin() {
        Tcb tcb = connection.tcb;
        tcb.rcvNxt = connection.rules.afterFinReceived(tcb.rcvNxt);
        tcb.peerFin = true;
        connection.endOfStream = true;
        connection.outbox.signal(UserSignal.CLOSING);
        TcpState next = connection.rules.afterPeerFin(tcb.state);
        connection.outbox.decided("RFC 9293 §3.10.7.4, eighth check: FIN, " + next);
        if (next == TcpState.TIME_WAIT || next == TcpState.CLOSED) {
            // The acknowledgment needs the TCB, which a TIME-WAIT of length 0 ends at once.
            transmission.ack();
            ackOwed = false;
        }
        connection.enter(next);
    }

    /** Answers a SYN, which is acknowledged at once whatever comes with it. */
    void answerAtOnce() {
        mayWait = false;
        answer(true);
    }

    /** Sends what the acknowledgment has made room for; it carries the ACK that is owed. */
    void answer(boolean owed) {
        if (connection.tcb.closeCalled) {
            carryOutClose();
        }
        boolean sent = connection.tcb.state != TcpState.CLOSED && transmission.pending();
        if (owed && !sent && connection.tcb.state != TcpState.CLOSED) {
            acknowledge();
        }
        ackOwed = false;
        mayWait = false;
    }

    private void acknowledge() {
        if (!mayWait) {
            transmission.ack();
        } else if (!connection.timers.runs(Timer.DELAYED_ACK)) {
            connection.outbox.decided("RFC 9293 §3.8.6.3: the acknowledgment waits (SHLD-18)");
            long delay = connection.config.micros(
                    connection.config.knobs().reception().ackDelay());
            connection.timers.start(Timer.DELAYED_ACK, connection.now + delay);
        }
    }

    /** A CLOSE that waited in SYN-RECEIVED, RFC 9293 §3.10.4; in every later state it has been carried out. */
    private void carryOutClose() {
        if (connection.tcb.state == TcpState.ESTABLISHED) {
            connection.enter(connection.rules.afterClose(TcpState.ESTABLISHED));
        }
    }
}
