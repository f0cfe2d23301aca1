package dev.lastack.model.rules;

import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.Timer;
import dev.lastack.model.state.TimerFields;
import java.util.stream.IntStream;

/** A tick lets every timer fire whose time has come, in a fixed order: see {@link InstantOrder#BY_TICK}. */
final class TimersInTicks implements Passage {

    private static final int HOSTS = 2;
    private static final int[] NONE = {};

    private final Step step;
    private final Timeouts timeouts;

    TimersInTicks(Step step, Timeouts timeouts) {
        this.step = step;
        this.timeouts = timeouts;
    }

    @Override
    public int[] ticks() {
        boolean aMayWait = mayWait(step.tcb(0));
        boolean bMayWait = mayWait(step.tcb(1));
        return IntStream.range(0, HOSTS * HOSTS)
                .filter(choice -> (!Action.aWaits(choice) || aMayWait) && (!Action.bWaits(choice) || bMayWait))
                .map(choice -> Action.code(ActionKind.TICK, 0, 0, choice))
                .toArray();
    }

    /** Whether the retransmission timer of {@code tcb} may fire or not in the next tick, as the adversary likes. */
    private static boolean mayWait(Tcb tcb) {
        int gap = tcb.get(tcb.timers().rexmtElapsed) + 1;
        return tcb.outstanding() > 0
                && gap >= Timeouts.rto(tcb, tcb.knobs().retransmission().rtoMin())
                && gap < Timeouts.rto(tcb, tcb.knobs().retransmission().rtoMax());
    }

    @Override
    public int[] timers() {
        return NONE;
    }

    @Override
    public void tick(int choice) {
        Tcb a = step.tcb(0);
        Tcb b = step.tcb(1);
        timeouts.clocks(a);
        timeouts.clocks(b);
        timeWait(a);
        timeWait(b);
        step.ghosts().observeDrained();
        others(a, Action.aWaits(choice));
        others(b, Action.bWaits(choice));
    }

    /** A timer of length w set at instant t keeps TIME-WAIT through t + w; it is gone at t + w + 1. */
    private void timeWait(Tcb tcb) {
        if (!Timer.TIME_WAIT_TIMEOUT.isArmed(tcb)) {
            return;
        }
        int left = tcb.get(tcb.timers().timeWaitLeft);
        if (left > 0) {
            left--;
            tcb.set(tcb.timers().timeWaitLeft, left);
            if (left > 0 || !step.decisions().timeWaitEndsBeforeArrivals()) {
                return;
            }
        }
        timeouts.fire(Timer.TIME_WAIT_TIMEOUT, tcb);
    }

    /** The other timers of an endpoint, in their order; {@code waits}: a retransmission that may wait does. */
    private void others(Tcb tcb, boolean waits) {
        TimerFields timers = tcb.timers();
        countDown(Timer.QUIET_TIME, timers.quietLeft, tcb);
        countDown(Timer.FIN_WAIT_2_TIMEOUT, timers.finWait2Left, tcb);
        countDown(Timer.CLOSING_TIMEOUT, timers.closingLeft, tcb);
        countDown(Timer.LAST_ACK_TIMEOUT, timers.lastAckLeft, tcb);
        if (Timer.RETRANSMISSION.isArmed(tcb)) {
            int least = waits
                    ? Integer.MAX_VALUE
                    : Timeouts.rto(tcb, tcb.knobs().retransmission().rtoMin());
            countUp(Timer.RETRANSMISSION, timers.rexmtElapsed, least, tcb);
        } else if (Timer.KEEP_ALIVE.isArmed(tcb)) {
            countUp(Timer.KEEP_ALIVE, timers.idle, tcb.knobs().keepAlive(), tcb);
        }
        // Last: what the timers before have sent carries the acknowledgment.
        countDown(Timer.DELAYED_ACK, timers.ackOwed, tcb);
    }

    private void countDown(Timer timer, StateLayout.Field left, Tcb tcb) {
        if (timer.isArmed(tcb)) {
            tcb.set(left, tcb.get(left) - 1);
            if (tcb.get(left) == 0) {
                timeouts.fire(timer, tcb);
            }
        }
    }

    private void countUp(Timer timer, StateLayout.Field elapsed, int length, Tcb tcb) {
        int ticks = tcb.get(elapsed) + 1;
        if (ticks < length) {
            tcb.set(elapsed, ticks);
        } else {
            timeouts.fire(timer, tcb);
        }
    }
}
