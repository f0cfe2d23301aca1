package dev.lastack.model.rules;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs.TimeWaitRestart;
import dev.lastack.scenario.knobs.EndpointKnobs.TimeWaitSyn;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;

/** The way into TIME-WAIT, what keeps it going, and the SYN that ends it early. */
final class TimeWait {

    private final Step step;
    private final Decisions decisions;

    TimeWait(Step step) {
        this.step = step;
        this.decisions = step.decisions();
    }

    /** Enters TIME-WAIT, starts the 2MSL timer and stops all others, RFC 9293 §3.10.7.4 (MUST-13). */
    void enter(Tcb tcb) {
        int ticks = ticks(tcb);
        if (ticks == 0) {
            step.cite(Rule.SKIP_TIME_WAIT);
            step.ghosts().closedNormally(tcb);
            step.end(tcb, EndCause.TIME_WAIT_SKIPPED);
            return;
        }
        if (step.follows(Rule.ENTER_TIME_WAIT, tcb)) {
            step.enter(tcb, TcpState.TIME_WAIT);
            tcb.set(tcb.timers().timeWaitLeft, ticks);
        }
    }

    void restart(Tcb tcb) {
        if (step.follows(Rule.RESTART_TIME_WAIT, tcb)) {
            tcb.set(tcb.timers().timeWaitLeft, ticks(tcb));
        }
    }

    private int ticks(Tcb tcb) {
        int ticks = decisions.timeWaitTicks(tcb);
        if (ticks < 0 || ticks > tcb.timers().timeWaitLeft.max()) {
            throw new IllegalStateException("%s.timeWaitTicks gives %d at %s; the knob time-wait allows 0 to %d"
                    .formatted(
                            decisions.getClass().getName(),
                            ticks,
                            tcb.host(),
                            tcb.knobs().timeWait().length()));
        }
        return ticks;
    }

    /** A segment that is not an RST came from outside of the window and was answered. */
    void outOfWindow(Tcb tcb, Segment segment) {
        boolean fin = segment.has(ControlBits.FIN);
        boolean finEndsAtRcvNxt = fin && step.space().plus(segment.seq(), segment.length()) == tcb.rcvNxt();
        boolean restarts = switch (tcb.knobs().timeWait().restart()) {
            // The text restarts on "a retransmission of the remote FIN" in its fifth and eighth check, which such a
            // FIN never reaches: it fails the first. What is meant is decided here.
            case ON_FIN -> finEndsAtRcvNxt;
            case ON_ANY_FIN -> fin;
            case ON_OUT_OF_WINDOW -> true;
            // ON_ANSWER is decided once the arrival is over.
            case NEVER, ON_ANSWER -> false;
        };
        if (restarts) {
            restart(tcb);
        }
    }

    /** A FIN came in the window, RFC 9293 §3.10.7.4, eighth check; it cannot end at RCV.NXT. */
    void finInWindow(Tcb tcb) {
        if (tcb.knobs().timeWait().restart() == TimeWaitRestart.ON_ANY_FIN) {
            restart(tcb);
        }
    }

    /** Whether the arriving SYN is dealt with before any other check, and does so. */
    boolean takesSyn(Tcb tcb, Segment segment, Reactions reactions) {
        if (segment.kind() != SegmentKind.SYN) {
            return false;
        }
        TimeWaitSyn rule = tcb.knobs().timeWait().syn();
        if (tcb.listens() && decisions.reopens(step, tcb) && step.follows(Rule.TIME_WAIT_REOPENS, tcb)) {
            // RFC 9293 §3.6.1 (MAY-2): the ISS must lie beyond all numbers of the previous incarnation.
            replace(tcb, reactions);
            return true;
        }
        boolean drops = rule == TimeWaitSyn.DROP || rule == TimeWaitSyn.REOPEN_IF_NEWER_TIMESTAMP;
        return drops && step.follows(Rule.TIME_WAIT_DROPS_SYN, tcb);
    }

    private void replace(Tcb tcb, Reactions reactions) {
        int iss = tcb.sndNxt();
        step.replaceTimeWait(tcb);
        reactions.takeSyn(tcb, iss);
    }
}
