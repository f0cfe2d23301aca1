package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.Timers.Timer;
import dev.lastack.tcp.TcpState;
import java.util.Arrays;

/** RFC 9293 §3.10.1 to §3.10.5: what the user asks for. */
public final class UserCalls {

    private final Connection connection;
    private final Transmission transmission;

    public UserCalls(Connection connection, Transmission transmission) {
        this.connection = connection;
        this.transmission = transmission;
    }

    /** RFC 9293 §3.10.1, active. */
    public void open() {
        switch (connection.tcb.state) {
            case CLOSED, LISTEN -> activeOpen();
            case TIME_WAIT -> reuseTimeWait();
            default -> connection.outbox.refuse(UserError.CONNECTION_ALREADY_EXISTS);
        }
    }

    private void activeOpen() {
        if (connection.now < connection.quietUntil) {
            // RFC 9293 §3.4.3: no number is assigned before the quiet time is over.
            connection.outbox.refuse(UserError.INSUFFICIENT_RESOURCES);
            return;
        }
        connection.begin(TcpState.SYN_SENT);
        connection.chooseIss(connection.isn.next(connection.now, connection.lastSndNxt));
        transmission.syn(false);
    }

    private void reuseTimeWait() {
        Tcb old = connection.tcb;
        if (!connection.timeWaitRules.mayReuse(old, connection.now)) {
            connection.outbox.refuse(UserError.CONNECTION_ALREADY_EXISTS);
            return;
        }
        connection.outbox.decided("time-wait.reuse-after: OPEN replaces TIME-WAIT");
        connection.begin(TcpState.SYN_SENT);
        connection.chooseIss(old.sndNxt);
        transmission.syn(false);
    }

    /** RFC 9293 §3.10.1, passive. */
    void listen() {
        switch (connection.tcb.state) {
            case CLOSED -> connection.begin(TcpState.LISTEN);
            case LISTEN -> {}
            default -> connection.outbox.refuse(UserError.CONNECTION_ALREADY_EXISTS);
        }
    }

    /** RFC 9293 §3.10.2. */
    public void send(byte[] octets) {
        switch (connection.tcb.state) {
            case CLOSED -> connection.outbox.refuse(UserError.CONNECTION_DOES_NOT_EXIST);
            case LISTEN -> connection.outbox.refuse(UserError.FOREIGN_SOCKET_UNSPECIFIED);
            case SYN_SENT, SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT -> queue(octets);
            default -> connection.outbox.refuse(UserError.CONNECTION_CLOSING);
        }
    }

    private void queue(byte[] octets) {
        int room = connection.config.buffers().send() - connection.unsent.size();
        if (connection.tcb.closeCalled) {
            connection.outbox.refuse(UserError.CONNECTION_CLOSING);
        } else if (room <= 0 && octets.length > 0) {
            connection.outbox.refuse(UserError.INSUFFICIENT_RESOURCES);
        } else {
            int accepted = Math.min(room, octets.length);
            connection.unsent.add(Arrays.copyOf(octets, accepted));
            connection.outbox.accepted(accepted);
            transmission.pending();
        }
    }

    /** RFC 9293 §3.10.3. Octets that wait are delivered in every state; the error comes when there are no more to come. */
    void receive(int limit) {
        if (connection.unread.isEmpty()) {
            switch (connection.tcb.state) {
                case CLOSED ->
                    connection.outbox.refuse(
                            connection.endOfStream
                                    ? UserError.CONNECTION_CLOSING
                                    : UserError.CONNECTION_DOES_NOT_EXIST);
                case CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> connection.outbox.refuse(UserError.CONNECTION_CLOSING);
                default -> {}
            }
            return;
        }
        connection.outbox.received(connection.unread.take(limit));
        Tcb tcb = connection.tcb;
        boolean closed =
                tcb.rcvWnd < Math.min(connection.config.buffers().receive() / 2, connection.options.maxSegment);
        if (connection.rules.takesText(tcb) && closed && connection.receiveWindow() > tcb.rcvWnd) {
            connection.outbox.decided("RFC 9293 §3.8.6.2.2: the window opens, a window update is sent");
            transmission.ack();
        }
    }

    /** RFC 9293 §3.10.4; {@code forGood}: the user will not receive either. */
    public void close(boolean forGood) {
        Tcb tcb = connection.tcb;
        switch (tcb.state) {
            case CLOSED -> connection.outbox.refuse(UserError.CONNECTION_DOES_NOT_EXIST);
            case LISTEN, SYN_SENT -> connection.end();
            case SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT -> closeOpen(forGood);
            default -> closeAgain(forGood);
        }
    }

    private void closeOpen(boolean forGood) {
        Tcb tcb = connection.tcb;
        tcb.orphan |= forGood;
        if (resetsForUnread()) {
            return;
        }
        if (tcb.closeCalled) {
            connection.outbox.refuse(UserError.CONNECTION_CLOSING);
            return;
        }
        tcb.closeCalled = true;
        if (tcb.state == TcpState.SYN_RECEIVED && !connection.unsent.isEmpty()) {
            connection.outbox.decided("RFC 9293 §3.10.4: CLOSE waits for ESTABLISHED");
            return;
        }
        if (tcb.state != TcpState.CLOSE_WAIT) {
            // FIN-WAIT-1 "in any case", FIN sent or not; LAST-ACK only with the FIN.
            connection.enter(connection.rules.afterClose(tcb.state));
        }
        transmission.pending();
    }

    private void closeAgain(boolean forGood) {
        Tcb tcb = connection.tcb;
        boolean shutDownBefore = !tcb.orphan && forGood;
        tcb.orphan |= forGood;
        if (!shutDownBefore) {
            connection.outbox.refuse(UserError.CONNECTION_CLOSING);
        } else if (tcb.state != TcpState.TIME_WAIT // MUST-13: it lasts, and the peer has nothing left to be told
                && !resetsForUnread()
                && tcb.state == TcpState.FIN_WAIT_2
                && !connection.timers.runs(Timer.FIN_WAIT_2)) {
            connection.startFinWait2();
        }
    }

    /** RFC 9293 §3.6.1: octets that nobody will read are lost, and an RST says so (SHLD-3). */
    private boolean resetsForUnread() {
        Tcb tcb = connection.tcb;
        if (!connection.config.halfDuplex()
                || !tcb.orphan
                || !connection.rules.closeResets(tcb, connection.unread.size())) {
            return false;
        }
        connection.outbox.decided("RFC 9293 §3.6.1: CLOSE with unread octets answered by RST (SHLD-3)");
        transmission.reset();
        connection.end();
        connection.unread.clear();
        return true;
    }

    /** RFC 9293 §3.10.5. */
    public void abort() {
        Tcb tcb = connection.tcb;
        if (tcb.state == TcpState.CLOSED) {
            connection.outbox.refuse(UserError.CONNECTION_DOES_NOT_EXIST);
            return;
        }
        if (connection.rules.abortSendsReset(tcb)) {
            transmission.reset();
        }
        connection.end();
        connection.unread.clear();
        connection.endOfStream = false;
    }
}
