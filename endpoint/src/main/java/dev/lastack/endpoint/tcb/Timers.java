package dev.lastack.endpoint.tcb;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The deadlines of one connection, microseconds. At one instant timers fire in the order of {@link Timer}, unless a
 * {@link TimerChoice} says otherwise. */
public final class Timers {

    /** The timers of RFC 9293 §3.8 and §3.10.8. */
    public enum Timer {
        TIME_WAIT,
        FIN_WAIT_2,
        CLOSING,
        LAST_ACK,
        RETRANSMISSION,
        PERSIST,
        KEEP_ALIVE,
        DELAYED_ACK
    }

    private final Map<Timer, Long> deadlines = new EnumMap<>(Timer.class);

    public void start(Timer timer, long deadline) {
        deadlines.put(timer, deadline);
    }

    public void stop(Timer timer) {
        deadlines.remove(timer);
    }

    public void stopAll() {
        deadlines.clear();
    }

    public boolean runs(Timer timer) {
        return deadlines.containsKey(timer);
    }

    /** When the next timer fires. */
    public OptionalLong earliest() {
        return deadlines.values().stream().mapToLong(Long::longValue).min();
    }

    /** The timers that fire next, those of the earliest deadline, if they are due at {@code now}. */
    public List<Timer> due(long now) {
        OptionalLong earliest = earliest();
        if (earliest.isEmpty() || earliest.getAsLong() > now) {
            return List.of();
        }
        return deadlines.entrySet().stream()
                .filter(entry -> entry.getValue() == earliest.getAsLong())
                .map(Map.Entry::getKey)
                .toList();
    }

    public long deadline(Timer timer) {
        return deadlines.getOrDefault(timer, EndpointConfig.NEVER);
    }
}
