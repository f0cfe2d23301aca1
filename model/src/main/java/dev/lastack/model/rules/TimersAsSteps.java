package dev.lastack.model.rules;

import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.Timer;
import dev.lastack.model.state.TimerFields;
import java.util.stream.IntStream;

/**
 * A timer fires in a separate step at the instant at which it is due, and time cannot pass before it has: see
 * {@link InstantOrder#ANY}. A timer of length d that was set at instant t fires at t + d.
 */
final class TimersAsSteps implements Passage {

    private static final int HOSTS = 2;
    private static final int[] TICK = {Action.code(ActionKind.TICK, 0, 0, 0)};
    private static final int[] NONE = {};

    private final Step step;
    private final Timeouts timeouts;

    TimersAsSteps(Step step, Timeouts timeouts) {
        this.step = step;
        this.timeouts = timeouts;
    }

    @Override
    public int[] ticks() {
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int timer = 0; timer < Timer.count(); timer++) {
                if (isDue(Timer.of(timer), step.tcb(owner))) {
                    return NONE;
                }
            }
        }
        return TICK;
    }

    @Override
    public int[] timers() {
        IntStream.Builder timers = IntStream.builder();
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int timer = 0; timer < Timer.count(); timer++) {
                if (mayFire(Timer.of(timer), step.tcb(owner))) {
                    timers.add(Action.code(ActionKind.TIMER, owner, 0, timer));
                }
            }
        }
        return timers.build().toArray();
    }

    private static boolean mayFire(Timer timer, Tcb tcb) {
        return timer == Timer.RETRANSMISSION
                ? retransmissionAfter(tcb.knobs().retransmission().rtoMin(), tcb)
                : isDue(timer, tcb);
    }

    /** Whether {@code timer} has to fire before time can pass. */
    private static boolean isDue(Timer timer, Tcb tcb) {
        TimerFields timers = tcb.timers();
        return timer.isArmed(tcb)
                && switch (timer) {
                    case TIME_WAIT_TIMEOUT -> tcb.get(timers.timeWaitLeft) == 0;
                    case FIN_WAIT_2_TIMEOUT -> tcb.get(timers.finWait2Left) == 0;
                    case CLOSING_TIMEOUT -> tcb.get(timers.closingLeft) == 0;
                    case LAST_ACK_TIMEOUT -> tcb.get(timers.lastAckLeft) == 0;
                    case RETRANSMISSION ->
                        retransmissionAfter(tcb.knobs().retransmission().rtoMax(), tcb);
                    case KEEP_ALIVE -> tcb.get(timers.idle) == tcb.knobs().keepAlive();
                    case QUIET_TIME -> tcb.get(timers.quietLeft) == Timer.QUIET_TIME_OVER;
                    case DELAYED_ACK -> tcb.get(timers.ackOwed) == Timer.DELAYED_ACK_OVER;
                };
    }

    /** Whether the retransmission timer has run for {@code gap} or, after some retransmissions, for what that has grown to. */
    private static boolean retransmissionAfter(int gap, Tcb tcb) {
        return Timer.RETRANSMISSION.isArmed(tcb) && tcb.get(tcb.timers().rexmtElapsed) >= Timeouts.rto(tcb, gap);
    }

    @Override
    public void tick(int choice) {
        for (int owner = 0; owner < HOSTS; owner++) {
            Tcb tcb = step.tcb(owner);
            timeouts.clocks(tcb);
            for (int timer = 0; timer < Timer.count(); timer++) {
                if (Timer.of(timer).isArmed(tcb)) {
                    count(Timer.of(timer), tcb);
                }
            }
        }
    }

    private static void count(Timer timer, Tcb tcb) {
        TimerFields timers = tcb.timers();
        switch (timer) {
            case TIME_WAIT_TIMEOUT -> add(-1, timers.timeWaitLeft, tcb);
            case FIN_WAIT_2_TIMEOUT -> add(-1, timers.finWait2Left, tcb);
            case CLOSING_TIMEOUT -> add(-1, timers.closingLeft, tcb);
            case LAST_ACK_TIMEOUT -> add(-1, timers.lastAckLeft, tcb);
            case RETRANSMISSION -> add(1, timers.rexmtElapsed, tcb);
            case KEEP_ALIVE -> add(1, timers.idle, tcb);
            case QUIET_TIME -> add(-1, timers.quietLeft, tcb);
            case DELAYED_ACK -> add(-1, timers.ackOwed, tcb);
        }
    }

    private static void add(int ticks, StateLayout.Field field, Tcb tcb) {
        tcb.set(field, tcb.get(field) + ticks);
    }
}
