package dev.lastack.model.zones;

import dev.lastack.checker.zones.Constraint;
import dev.lastack.checker.zones.DifferenceBound;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.Timer;
import dev.lastack.scenario.knobs.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the clocks of a control must satisfy, now and for a step to be possible. The network ranks before the 2MSL timer: when that
 * fires, whatever was of age MSL has arrived or left.
 */
final class Guards {

    static final Constraint[] ALWAYS = {};

    private static final int HOSTS = 2;

    private final Durations durations;
    private final TimerLengths lengths;
    private final Clockwork clockwork;

    /** The guards of whatever control {@code clockwork} has loaded. */
    Guards(Durations durations, TimerLengths lengths, Clockwork clockwork) {
        this.durations = durations;
        this.lengths = lengths;
        this.clockwork = clockwork;
    }

    /** A segment is in the network for MSL at most, and time does not pass beyond a timer that has to fire. */
    long[] ceilings() {
        long[] ceilings = new long[clockwork.clocks()];
        Arrays.fill(ceilings, 0, clockwork.segments(), DifferenceBound.atMost(durations.msl()));
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int number = 0; number < Timer.count(); number++) {
                Timer timer = Timer.of(number);
                int clock = clockwork.clock(owner, timer);
                if (clock != 0) {
                    ceilings[clock - 1] = DifferenceBound.atMost(lengths.most(timer, clockwork.tcb(owner)));
                }
            }
        }
        return ceilings;
    }

    /** What the clocks must satisfy for a step of the hosts or the network; a segment leaves at age MSL. */
    Constraint[] of(int action) {
        int owner = Action.ownerOf(action);
        return switch (Action.kindOf(action)) {
            case TIMER -> firing(owner, Timer.of(Action.choiceOf(action)));
            case LEAVE ->
                new Constraint[] {Constraint.atLeast(clockwork.clock(owner, Action.slotOf(action)), durations.msl())};
            case OPEN, SEND, CLOSE, ABORT, ARRIVAL, DUPLICATE, CRASH, FORGE, TICK, RECEIVE, FULL_CLOSE, EVICTION ->
                ALWAYS;
        };
    }

    private Constraint[] firing(int owner, Timer timer) {
        long least = lengths.least(timer, clockwork.tcb(owner));
        if (timer == Timer.RETRANSMISSION && least == 0) {
            return ALWAYS;
        }
        List<Constraint> guard = new ArrayList<>();
        guard.add(Constraint.atLeast(clockwork.clock(owner, timer), least));
        if (timer == Timer.TIME_WAIT_TIMEOUT) {
            for (int to = 0; to < HOSTS; to++) {
                for (int slot = 0; slot < clockwork.segments(to); slot++) {
                    if (!clockwork.isOptional(to, slot)) {
                        guard.add(Constraint.lessThan(clockwork.clock(to, slot), durations.msl()));
                    }
                }
            }
        }
        return guard.toArray(ALWAYS);
    }
}
