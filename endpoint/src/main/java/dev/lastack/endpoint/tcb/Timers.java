package dev.lastack.endpoint.tcb;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The deadlines of one connection, microseconds. At one instant timers fire in the order of {@link Timer}. */
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

    /** The timer that fires next, if it is due at {@code now}. */
    public Optional<Timer> due(long now) {
        return deadlines.entrySet().stream()
                .filter(entry -> entry.getValue() <= now)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    public long deadline(Timer timer) {
        return deadlines.getOrDefault(timer, EndpointConfig.NEVER);
    }
}
