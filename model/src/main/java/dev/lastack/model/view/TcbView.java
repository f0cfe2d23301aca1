package dev.lastack.model.view;

import dev.lastack.tcp.TcpState;
import java.util.Map;

/**
 * One endpoint, decoded. Numbers are absolute in an unbounded sequence space and modular in a finite one. A field
 * that means nothing in {@code state} is 0.
 *
 * @param incarnation ghost: of the current or last TCB
 * @param timers by name ("2MSL", "retransmission", …), ticks until each fires
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
        Map<String, Integer> other) {}
