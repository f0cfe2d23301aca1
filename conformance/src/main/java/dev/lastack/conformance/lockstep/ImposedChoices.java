package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.tcb.IsnSource;
import dev.lastack.endpoint.tcb.TimerChoice;
import dev.lastack.endpoint.tcb.Timers.Timer;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.CrashClock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a host leaves to chance, decided by the driver: initial sequence numbers, retransmission gaps, the order of timers. */
final class ImposedChoices implements IsnSource, TimerChoice {

    /** The established pair has SND.NXT 0, so that the first ISS lies before it. */
    private static final long FIRST_ISS = -1;

    private final EndpointKnobs knobs;
    private final long tick;
    private long iss = FIRST_ISS;
    private boolean waits;

    /** The only timer that may fire at this instant; empty: all that are due do. */
    private Optional<Timer> only = Optional.empty();

    private boolean firedOnly;
    private long clockStartedAt;

    ImposedChoices(EndpointKnobs knobs, long tick) {
        this.knobs = knobs;
        this.tick = tick;
    }

    /** The ISS of the next connection, where the knob leaves it open. */
    void iss(long number) {
        iss = number;
    }

    /** Whether a retransmission that may wait another tick does. */
    void waits(boolean longer) {
        waits = longer;
    }

    /** At the next call only {@code timer} fires, once, whatever else is due. */
    void only(dev.lastack.model.state.Timer timer) {
        only = Optional.of(
                switch (timer) {
                    case TIME_WAIT_TIMEOUT -> Timer.TIME_WAIT;
                    case FIN_WAIT_2_TIMEOUT -> Timer.FIN_WAIT_2;
                    case CLOSING_TIMEOUT -> Timer.CLOSING;
                    case LAST_ACK_TIMEOUT -> Timer.LAST_ACK;
                    case RETRANSMISSION -> Timer.RETRANSMISSION;
                    case KEEP_ALIVE -> Timer.KEEP_ALIVE;
                    case DELAYED_ACK -> Timer.DELAYED_ACK;
                    case QUIET_TIME -> throw new IllegalArgumentException("an endpoint has no timer of its quiet time");
                });
        firedOnly = false;
    }

    /** At the next call every timer fires that is due. */
    void all() {
        only = Optional.empty();
    }

    /** The host crashed at {@code now}; its clock may have survived. */
    void crashed(long now) {
        if (knobs.crash().clock() == CrashClock.RESET) {
            clockStartedAt = now;
        }
    }

    @Override
    public long next(long now, OptionalLong lastSndNxt) {
        return switch (knobs.numbers().isn()) {
            case CONSTANT -> FIRST_ISS;
            case MONOTONIC -> lastSndNxt.orElse(FIRST_ISS);
            case CLOCK -> FIRST_ISS + knobs.numbers().clockRate() * ((now - clockStartedAt) / tick);
            case RANDOM -> iss;
        };
    }

    @Override
    public Optional<Timer> next(List<Timer> due) {
        if (only.isEmpty()) {
            return TimerChoice.super.next(due);
        }
        if (firedOnly) {
            return Optional.empty();
        }
        firedOnly = true;
        return only.filter(due::contains);
    }

    @Override
    public long more(long waited, long longest) {
        return waits ? tick : 0;
    }
}
