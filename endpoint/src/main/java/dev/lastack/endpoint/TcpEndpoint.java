package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.Timers.Timer;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.endpoint.wire.TcpHeader.Parsed;
import dev.lastack.tcp.TcpState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One end of one TCP connection, RFC 9293. It has no thread, no clock and no source of randomness: the same calls at the
 * same instants, with the same {@link Decisions}, give the same {@link Reaction}s. Instants are microseconds; one that
 * lies before the last is taken for the last.
 */
public final class TcpEndpoint {

    private final Connection connection;
    private final SegmentArrives arrivals;
    private final UserCalls calls;
    private final Timeouts timeouts;

    public TcpEndpoint(FourTuple tuple, EndpointConfig config, Decisions decisions) {
        this.connection = new Connection(tuple, config, decisions);
        Transmission transmission = new Transmission(connection);
        this.arrivals = new SegmentArrives(connection, transmission);
        this.calls = new UserCalls(connection, transmission);
        this.timeouts = new Timeouts(connection, transmission);
    }

    /** Active OPEN, §3.10.1. */
    public Reaction open(long now) {
        return at(now, calls::open);
    }

    /** Passive OPEN, §3.10.1. */
    public Reaction listen(long now) {
        return at(now, calls::listen);
    }

    /** SEND, §3.10.2. */
    public Reaction send(byte[] octets, long now) {
        return at(now, () -> calls.send(octets));
    }

    /** RECEIVE of at most {@code limit} octets, §3.10.3. */
    public Reaction receive(int limit, long now) {
        return at(now, () -> calls.receive(limit));
    }

    /** CLOSE, §3.10.4, by a user who is gone for good. */
    public Reaction close(long now) {
        return at(now, () -> calls.close(true));
    }

    /** CLOSE, §3.10.4, by a user who goes on receiving. */
    public Reaction shutdown(long now) {
        return at(now, () -> calls.close(false));
    }

    /** ABORT, §3.10.5; what {@code close} does with SO_LINGER 0. */
    public Reaction abort(long now) {
        return at(now, calls::abort);
    }

    /** SEGMENT ARRIVES, §3.10.7. Octets that are no segment of this connection are dropped, with the reason. */
    public Reaction arrive(byte[] octets, long now) {
        return at(now, () -> {
            Parsed parsed = TcpHeader.parse(octets, connection.tuple);
            if (parsed.segment().isEmpty()) {
                connection.outbox.decided("dropped: " + parsed.flaw());
            } else if (connection.now < connection.quietUntil) {
                connection.outbox.decided("RFC 9293 §3.4.3: dropped in the quiet time");
            } else {
                arrivals.process(parsed.segment().get());
            }
        });
    }

    /** Every timer due at or before {@code now} fires at its instant, earliest first. */
    public Reaction advance(long now) {
        Optional<Timer> due = next(now);
        while (due.isPresent()) {
            connection.now = Math.max(connection.now, connection.timers.deadline(due.get()));
            timeouts.fire(due.get());
            due = next(now);
        }
        return at(now, () -> {});
    }

    private Optional<Timer> next(long now) {
        List<Timer> due = connection.timers.due(now);
        return due.isEmpty() ? Optional.empty() : connection.timerChoice.next(due);
    }

    /** Sets an option of the connection, at once where it has a timer to start. */
    public void set(UserOption option, long value) {
        connection.options.set(option, value);
        if (option == UserOption.KEEP_ALIVE_IDLE) {
            connection.timers.stop(Timer.KEEP_ALIVE);
            if (connection.rules.keepsAlive(connection.tcb)) {
                connection.restartKeepAlive();
            }
        }
    }

    /** The host loses its memory and says nothing until its quiet time is over, RFC 9293 §3.4.3. */
    public Reaction crash(long now) {
        return at(now, () -> {
            connection.end();
            connection.unread.clear();
            connection.endOfStream = false;
            connection.quietUntil = connection.now
                    + connection.config.micros(connection.config.knobs().crash().quietTime());
        });
    }

    /** When the next timer fires. */
    public OptionalLong deadline() {
        return connection.timers.earliest();
    }

    public TcpState state() {
        return connection.tcb.state;
    }

    /** The connection's variables, live. */
    public Tcb tcb() {
        return connection.tcb;
    }

    /** Octets that RECEIVE would deliver. */
    public int readable() {
        return connection.unread.size();
    }

    /** The octets that RECEIVE would deliver; they stay where they are. */
    public byte[] unread() {
        return connection.unread.copy();
    }

    /** The peer's FIN was received and everything before it was read. */
    public boolean endOfStream() {
        return connection.endOfStream && connection.unread.isEmpty();
    }

    private Reaction at(long now, Runnable event) {
        connection.now = Math.max(connection.now, now);
        event.run();
        return connection.outbox.flush();
    }
}
