package dev.lastack.model.view;

import dev.lastack.model.state.Timer;
import dev.lastack.tcp.TcpState;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One endpoint, decoded. Numbers are absolute in an unbounded sequence space and modular in a finite one. A field
 * that means nothing in {@code state} is 0.
 *
 * @param incarnation ghost: of the current or last TCB
 * @param timers ticks until each fires, by {@link Timer#title()}; {@link #CHALLENGE_PERIOD} until the throttle forgets its count
 * @param other the remaining fields by name, for people
 */
public record TcbView(
        TcpState state,
        int iss,
        int sndUna,
        int sndNxt,
        int rcvNxt,
        int incarnation,
        Map<String, Integer> timers,
        Map<String, Integer> other) {

    /** The time after which challenge ACKs are counted from 0 again, RFC 5961 §7; no timer fires then. */
    public static final String CHALLENGE_PERIOD = "challenge period";

    /** Ticks until {@code timer} fires; empty if it does not run. */
    public OptionalInt left(Timer timer) {
        Integer left = timers.get(timer.title());
        return left == null ? OptionalInt.empty() : OptionalInt.of(left);
    }
}
