package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.event.AbstractSegment;
import dev.lastack.conformance.event.Event;
import dev.lastack.conformance.event.Move;
import dev.lastack.model.view.StateView;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each kind of event met each state of the end at which it happened. */
public final class Coverage {

    private final Map<TcpState, Map<String, Long>> counts = new EnumMap<>(TcpState.class);

    void count(TcpState state, String event) {
        counts.computeIfAbsent(state, any -> new TreeMap<>()).merge(event, 1L, Long::sum);
    }

    /** Counts the event of {@code move}, which leaves {@code before}, and the timers that fire in it. */
    void count(StateView before, Move move) {
        Event event = move.event();
        event.host()
                .ifPresent(host -> count(
                        before.endpoint(host).state(),
                        event.segment()
                                .map(AbstractSegment::kind)
                                .orElse(event.kind().name())));
        for (String timer : move.step().timers()) {
            Host host = timer.startsWith(Host.A + " ") ? Host.A : Host.B;
            count(before.endpoint(host).state(), timer.substring(2) + " timeout");
        }
    }

    /** Adds what another run covered. */
    public void add(Coverage other) {
        other.counts.forEach((state, events) -> events.forEach((event, count) ->
                counts.computeIfAbsent(state, any -> new TreeMap<>()).merge(event, count, Long::sum)));
    }

    /** Pairs of state and kind of event that were met at least once. */
    public int pairs() {
        return counts.values().stream().mapToInt(Map::size).sum();
    }

    /** Pairs that {@code other} met and this one did not. */
    public Map<TcpState, Map<String, Long>> missing(Coverage other) {
        Map<TcpState, Map<String, Long>> missing = new EnumMap<>(TcpState.class);
        other.counts.forEach((state, events) -> {
            Map<String, Long> left = new TreeMap<>(events);
            left.keySet().removeAll(counts.getOrDefault(state, Map.of()).keySet());
            if (!left.isEmpty()) {
                missing.put(state, left);
            }
        });
        return missing;
    }

    /** The counts, by state and kind of event. */
    public Map<TcpState, Map<String, Long>> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** A line for each state. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((state, events) ->
                text.append(String.format("%-13s%s%n", state, events.toString().replaceAll("[{}]", ""))));
        return text.toString();
    }
}
