package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.Timers.Timer;
import dev.lastack.tcp.UserSignal;
import java.util.OptionalLong;

/** RFC 9293 §3.10.8 and the timers of §3.8: what the clock brings about. */
public final class Timeouts {

    private final Connection connection;
    private final Transmission transmission;

    public Timeouts(Connection connection, Transmission transmission) {
        this.connection = connection;
        this.transmission = transmission;
    }

    public void fire(Timer timer) {
        connection.timers.stop(timer);
        switch (timer) {
            case TIME_WAIT -> {
                connection.outbox.decided("RFC 9293 §3.10.8: time-wait timeout");
                connection.end();
            }
            case FIN_WAIT_2 -> {
                connection.outbox.decided("fin-wait-2-timeout: the orphan is given up");
                connection.end();
            }
            case CLOSING -> {
                connection.outbox.decided("closing-timeout: the connection is given up");
                connection.end();
            }
            case LAST_ACK -> {
                connection.outbox.decided("last-ack-timeout: the connection is given up");
                connection.end();
            }
            case RETRANSMISSION -> retransmission();
            case PERSIST -> transmission.probe();
            case KEEP_ALIVE -> keepAlive();
            case DELAYED_ACK -> {
                connection.outbox.decided("RFC 9293 §3.8.6.3: nothing has carried the acknowledgment");
                transmission.ack();
            }
        }
    }

    private void retransmission() {
        if (userTimeoutReached()) {
            connection.outbox.decided("RFC 9293 §3.10.8: user timeout");
            connection.fail(UserSignal.ABORTED);
            return;
        }
        OptionalLong later = connection.rto.postpone(connection.now);
        if (later.isPresent()) {
            connection.timers.start(Timer.RETRANSMISSION, later.getAsLong());
            return;
        }
        Tcb tcb = connection.tcb;
        if (connection.rules.givesUp(tcb)) {
            connection.outbox.decided("RFC 9293 §3.8.3: R2 reached");
            if (connection.rules.resetsOnGivingUp(tcb)) {
                transmission.resetByOwnNumbers();
            }
            connection.fail(UserSignal.ABORTED);
            return;
        }
        if (!connection.rules.retransmits(tcb)) {
            return;
        }
        connection.outbox.decided("RFC 9293 §3.10.8: retransmission timeout");
        transmission.retransmit();
    }

    private boolean userTimeoutReached() {
        return connection.options.userTimeout != EndpointConfig.NEVER
                && connection.now - connection.retransmissions.oldestSentAt() >= connection.options.userTimeout;
    }

    private void keepAlive() {
        Tcb tcb = connection.tcb;
        if (tcb.unansweredProbes >= connection.options.keepAliveProbes) {
            connection.outbox.decided("RFC 9293 §3.8.4: keep-alive unanswered");
            connection.fail(UserSignal.ABORTED);
        } else {
            int unanswered = tcb.unansweredProbes + 1;
            transmission.keepAliveProbe();
            connection.timers.start(Timer.KEEP_ALIVE, connection.now + connection.options.keepAliveInterval);
            tcb.unansweredProbes = unanswered;
        }
    }
}
