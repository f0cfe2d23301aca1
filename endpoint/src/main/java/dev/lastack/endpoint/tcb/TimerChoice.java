package dev.lastack.endpoint.tcb;

import dev.lastack.endpoint.tcb.Timers.Timer;
import java.util.List;
import java.util.Optional;

/** Decides what the knobs leave open about timers. */
@FunctionalInterface
public interface TimerChoice {

    /** Never waits longer. */
    TimerChoice PROMPT = (waited, longest) -> 0;

    /**
     * How much longer a retransmission waits after {@code waited} of at most {@code longest} microseconds; 0: sent now.
     */
    long more(long waited, long longest);

    /**
     * Which of the timers {@code due} at one instant fires next, in the order of {@link Timer} unless overridden; none: they wait
     * for another event of that instant. {@code due} is not empty.
     */
    default Optional<Timer> next(List<Timer> due) {
        return Optional.of(due.get(0));
    }
}
