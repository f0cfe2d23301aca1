package dev.lastack.model.zones;

import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.Timer;
import dev.lastack.scenario.knobs.Durations;

/** How long the timers of a scenario run, in the unit of its {@link Durations}. */
final class TimerLengths {

    private final Durations durations;

    TimerLengths(Durations durations) {
        this.durations = durations;
    }

    /** After how long {@code timer} fires at the latest. */
    long most(Timer timer, Tcb tcb) {
        Durations.Timers timers = durations.of(tcb.host());
        return timer == Timer.RETRANSMISSION ? gap(timers.rtoMax(), timers, tcb) : fixed(timer, timers);
    }

    /** After how long {@code timer} fires at the earliest. */
    long least(Timer timer, Tcb tcb) {
        Durations.Timers timers = durations.of(tcb.host());
        return timer == Timer.RETRANSMISSION ? gap(timers.rtoMin(), timers, tcb) : fixed(timer, timers);
    }

    private static long fixed(Timer timer, Durations.Timers timers) {
        return switch (timer) {
            case TIME_WAIT_TIMEOUT -> timers.timeWait();
            case FIN_WAIT_2_TIMEOUT -> timers.finWait2Timeout();
            case CLOSING_TIMEOUT -> timers.closingTimeout();
            case LAST_ACK_TIMEOUT -> timers.lastAckTimeout();
            case KEEP_ALIVE -> timers.keepAlive();
            case QUIET_TIME -> timers.quietTime();
            case DELAYED_ACK -> timers.ackDelay();
            case RETRANSMISSION -> throw new AssertionError("its gap is a range");
        };
    }

    /** The gap after the retransmissions so far: doubled by each, up to the cap. */
    private static long gap(long first, Durations.Timers timers, Tcb tcb) {
        long cap = timers.rtoBackoffCap();
        if (cap == Durations.OFF) {
            return first;
        }
        long gap = first;
        for (int i = tcb.get(tcb.timers().rexmtCount); i > 0 && gap < cap; i--) {
            gap += gap;
        }
        return Math.min(gap, Math.max(cap, first));
    }
}
