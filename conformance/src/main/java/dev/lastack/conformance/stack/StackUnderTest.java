package dev.lastack.conformance.stack;

import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.UserOption;
import dev.lastack.tcp.TcpState;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One end of one connection of a TCP stack, as its user, the network and the clock see it.
 *
 * <p>The four-tuple is fixed when the stack is made. All instants are microseconds of a virtual clock that never runs
 * on its own: it moves only by the {@code now} of these calls, which never decreases. A stack fires no timer before
 * {@link #advance} reaches its deadline. Everything sent in answer to a call is in the {@link Reaction} of that call.
 * Segments are a TCP header with options and payload, without IP header, checksummed over the IPv4 pseudo-header.
 */
public interface StackUnderTest {

    /** Active OPEN, as {@code connect}. */
    Reaction open(long now);

    /** Passive OPEN with the foreign socket of the four-tuple, as {@code listen}. */
    Reaction listen(long now);

    /** SEND; {@link Reaction#accepted()} octets were queued or sent. */
    Reaction send(byte[] octets, long now);

    /** RECEIVE of at most {@code limit} octets, never waiting. */
    Reaction receive(int limit, long now);

    /** CLOSE by a user who will neither send nor, where the stack closes half-duplex (MAY-1), receive. */
    Reaction close(long now);

    /** CLOSE of the user's own direction only: the user can still receive. */
    Reaction shutdown(long now);

    /** ABORT, as {@code close} with SO_LINGER 0. */
    Reaction abort(long now);

    /** SEGMENT ARRIVES; the octets may be anything at all. */
    Reaction arrive(byte[] segment, long now);

    /** The clock reaches {@code now}: every timer due at or before it fires, earliest first. */
    Reaction advance(long now);

    /** When the next timer fires; empty while none runs. */
    OptionalLong deadline();

    /** Octets that RECEIVE would deliver at once. */
    int readable();

    /** The octets that RECEIVE would deliver, which stay where they are; empty where the stack cannot show them. */
    default Optional<byte[]> unread() {
        return Optional.empty();
    }

    /** The peer's FIN was received and everything before it was delivered. */
    boolean endOfStream();

    /**
     * Sets an option of the connection, before or while it is open; false if this stack has no such option.
     *
     * @param value in the unit of the option
     */
    default boolean set(UserOption option, long value) {
        return false;
    }

    /**
     * The host loses its memory: the connection is gone without a segment. A stack that cannot forget stands by its
     * connection, and is not put into scenarios with crashes.
     */
    default Reaction crash(long now) {
        throw new UnsupportedOperationException("this stack cannot crash; leave crash at 0 in its scenarios");
    }

    /** The connection's state, CLOSED if it does not exist; empty if this stack does not show it. */
    default Optional<TcpState> state() {
        return Optional.empty();
    }

    /** The sequence variables, as they stand on the wire; empty if this stack does not show them. */
    default Optional<Variables> variables() {
        return Optional.empty();
    }
}
