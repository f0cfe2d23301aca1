package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.tcb.IsnSource;
import dev.lastack.endpoint.tcb.RtoChoice;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.CrashClock;
import java.util.OptionalLong;

/** What a host leaves to chance, decided by the driver: initial sequence numbers and retransmission gaps. */
final class ImposedChoices implements IsnSource, RtoChoice {

    /** The established pair has SND.NXT 0, so that the first ISS lies before it. */
    private static final long FIRST_ISS = -1;

    private final EndpointKnobs knobs;
    private final long tick;
    private long iss = FIRST_ISS;
    private boolean waits;
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
    public long more(long waited, long longest) {
        return waits ? tick : 0;
    }
}
