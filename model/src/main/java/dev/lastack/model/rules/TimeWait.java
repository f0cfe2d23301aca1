package dev.lastack.model.rules;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs.TimeWaitFin;
import dev.lastack.scenario.knobs.EndpointKnobs.TimeWaitSyn;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;

/** The way into TIME-WAIT, what keeps it going, and the SYN that ends it early. */
final class TimeWait {

    /** How far a segment came. */
    private enum Fate {
        /** An old duplicate by its timestamp, or discarded for another reason. */
        DISCARDED,
        OUTSIDE,
        PROCESSED
    }

    private final Step step;
    private final Decisions decisions;
    private Fate fate = Fate.DISCARDED;

    TimeWait(Step step) {
        this.step = step;
        this.decisions = step.decisions();
    }

    /** Enters TIME-WAIT, starts the 2MSL timer and stops all others, RFC 9293 §3.10.7.4 (MUST-13). */
    void enter(Tcb tcb) {
        if (tcb.owesAck() && step.follows(Rule.ACK_BEFORE_TIME_WAIT, tcb)) {
            step.acknowledge(Rule.ACK_BEFORE_TIME_WAIT, tcb);
        }
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

    /** A segment begins to be checked; no check has been passed yet. */
    void arrives() {
        fate = Fate.DISCARDED;
    }

    /** The segment that arrives is no RST, and lies outside of the window. */
    void outOfWindow() {
        fate = Fate.OUTSIDE;
    }

    /** The segment that arrives came as far as its FIN. */
    void finReached() {
        fate = Fate.PROCESSED;
    }

    /** Restarts the 2MSL timer of {@code tcb}, which was and is in TIME-WAIT, if the segment that arrived does so. */
    void arrived(Tcb tcb, Segment segment, boolean answered) {
        boolean fin = segment.has(ControlBits.FIN);
        boolean restarts = switch (tcb.knobs().timeWait().restart()) {
            case NEVER -> false;
            // RFC 9293 §3.10.7.4 restarts on "a retransmission of the remote FIN" in its fifth and eighth check, which
            // such a FIN never reaches: it fails the first. What is meant is decided here.
            case ON_FIN ->
                fate == Fate.OUTSIDE && fin && step.space().plus(segment.seq(), segment.length()) == tcb.rcvNxt();
            case ON_ANY_FIN -> fate != Fate.DISCARDED && fin;
            case ON_OUT_OF_WINDOW -> fate == Fate.OUTSIDE;
            case ON_ANSWER -> answered;
        };
        if (restarts && step.follows(Rule.RESTART_TIME_WAIT, tcb)) {
            tcb.set(tcb.timers().timeWaitLeft, ticks(tcb));
        }
    }

    /** Deals with a SYN before any other check, RFC 9293 §3.6.1 (MAY-2) and RFC 6191 §2; returns whether it did. */
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

    /** Deals with a FIN before any other check, where it is not answered; it may still restart the 2MSL timer. */
    boolean ignoresFin(Tcb tcb, Segment segment) {
        boolean ignored = segment.has(ControlBits.FIN)
                && tcb.knobs().timeWait().fin() == TimeWaitFin.IGNORE
                && step.follows(Rule.TIME_WAIT_IGNORES_FIN, tcb);
        if (ignored && tcb.compareTimestamp(segment) >= 0) {
            boolean inWindow = step.space().within(segment.seq(), tcb.rcvNxt(), tcb.rcvWnd());
            fate = inWindow ? Fate.PROCESSED : Fate.OUTSIDE;
        }
        return ignored;
    }

    private void replace(Tcb tcb, Reactions reactions) {
        int iss = tcb.sndNxt();
        step.replaceTimeWait(tcb);
        reactions.takeSyn(tcb, iss);
    }
}
