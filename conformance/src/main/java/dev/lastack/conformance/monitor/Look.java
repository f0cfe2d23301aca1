package dev.lastack.conformance.monitor;

import dev.lastack.conformance.stack.Variables;
import dev.lastack.tcp.TcpState;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an executable end shows between two events.
 *
 * @param state empty if the stack hides it
 * @param variables likewise
 * @param incarnation of its connection, or of the last
 * @param timer microseconds until its next timer fires
 * @param readable octets that wait for the user
 */
public record Look(
        Optional<TcpState> state, Optional<Variables> variables, int incarnation, OptionalLong timer, int readable) {

    /** There is enough to judge the claims by. */
    boolean open() {
        return state.isPresent() && variables.isPresent();
    }

    boolean in(TcpState one) {
        return state.equals(Optional.of(one));
    }

    /** A connection exists, RFC 9293 §3.3.2: a listener has none yet. */
    boolean alive() {
        return state.isPresent() && state.get().compareTo(TcpState.SYN_SENT) >= 0;
    }

    /** The peer's initial sequence number is known. */
    boolean beyondSynSent() {
        return state.isPresent() && state.get().compareTo(TcpState.SYN_SENT) > 0;
    }

    boolean synchronised() {
        return state.isPresent() && state.get().compareTo(TcpState.SYN_RECEIVED) > 0;
    }

    /** The number up to which all is acknowledged; in TIME-WAIT that is everything. */
    long acknowledged() {
        return in(TcpState.TIME_WAIT)
                ? variables().orElseThrow().sndNxt()
                : variables().orElseThrow().sndUna();
    }

    /** For a ladder. */
    @Override
    public String toString() {
        return state.map(TcpState::toString).orElse("")
                + variables.map(shown -> " " + shown).orElse("");
    }
}
