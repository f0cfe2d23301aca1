package dev.lastack.probe.host;

import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.tcp.TcpState;
import java.util.List;
import java.util.OptionalLong;

/**
 * One connection of a host under test. Its peer delivers segments and sees what the host sends; everything else is what
 * the host's user calls. Instants are microseconds, of a clock that runs by itself or only by {@link #elapse}.
 */
public interface HostConnection {

    /** A segment and when the host sent it. */
    record Sent(long at, Segment segment) {}

    /** The connection as its peer sees it. */
    FourTuple tuple();

    long now();

    /** Lets so many microseconds pass. */
    void elapse(long micros);

    /** The peer's segment reaches the host. */
    void deliver(Segment segment);

    /** What the host sent since the last call. */
    List<Sent> sent();

    /** Active OPEN from the same port each time; false if the host refuses it because of the connection before. */
    boolean open();

    /** SEND of so many octets. */
    void send(int octets);

    /** RECEIVE of everything that is there. */
    void receive();

    /** CLOSE of the own direction by a user who will still receive. */
    void shutdown();

    /** CLOSE by a user who will neither send nor receive. */
    void close();

    /** Gives up whatever the connection holds; it is not used afterwards. */
    void abandon();

    /** The state of the connection; CLOSED if there is none. */
    TcpState state();

    /** When the timer of the connection fires; empty if the connection is gone or has none. */
    OptionalLong deadline();
}
