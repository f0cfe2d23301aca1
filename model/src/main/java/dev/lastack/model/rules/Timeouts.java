package dev.lastack.model.rules;

import static dev.lastack.tcp.TcpState.SYN_SENT;
import static dev.lastack.tcp.TcpState.TIME_WAIT;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.SequenceSpace;
import dev.lastack.model.state.SharedFields;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.Timer;
import dev.lastack.model.state.TimerFields;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.GiveUp;
import dev.lastack.tcp.UserSignal;

/** What clocks and timers do to an endpoint, RFC 9293 §3.10.8, and how a crash ends it. */
public final class Timeouts {

    private static final int OFF = EndpointKnobs.OFF;

    private final Step step;
    private final SharedFields shared;
    private final SequenceSpace space;
    private final int oldestTimestamp;

    public Timeouts(Step step) {
        this.step = step;
        this.shared = step.setting().shared();
        this.space = step.space();
        this.oldestTimestamp = step.setting().environment().msl() + 1;
    }

    /** Clocks and what they measure, none of which makes anything happen. */
    void clocks(Tcb tcb) {
        TimerFields timers = tcb.timers();
        if (timers.isnClock.max() != 0) {
            tcb.set(
                    timers.isnClock,
                    space.plus(tcb.get(timers.isnClock), tcb.knobs().numbers().clockRate()));
        }
        if (tcb.timestamps() && tcb.beyondSynSent()) {
            tcb.set(timers.tsRecentAge, Math.min(tcb.get(timers.tsRecentAge) + 1, oldestTimestamp));
        }
        if (tcb.knobs().challenge().limit() != OFF && tcb.beyondSynSent() && tcb.get(timers.challengePeriodLeft) > 0) {
            int left = tcb.get(timers.challengePeriodLeft) - 1;
            tcb.set(timers.challengePeriodLeft, left);
            if (left == 0) {
                tcb.set(timers.challenges, 0);
            }
        }
        step.setting().ownFields().grow(tcb);
        if (timers.timeWaitAge.max() != 0 && tcb.state() == TIME_WAIT) {
            int enough = tcb.knobs().timeWait().reuseAfter();
            tcb.set(timers.timeWaitAge, Math.min(tcb.get(timers.timeWaitAge) + 1, enough));
        }
    }

    /** Lets {@code timer}, whose time has come, fire. */
    public void fire(Timer timer, Tcb tcb) {
        step.timerFired(tcb, timer);
        switch (timer) {
            case TIME_WAIT_TIMEOUT -> {
                step.cite(Rule.TIME_WAIT_TIMEOUT);
                step.ghosts().closedNormally(tcb);
                step.end(tcb, EndCause.TIME_WAIT_OVER);
            }
            case FIN_WAIT_2_TIMEOUT -> {
                step.cite(Rule.FIN_WAIT_2_TIMEOUT);
                step.end(tcb, EndCause.ORPHANED);
            }
            case CLOSING_TIMEOUT -> endUnacknowledged(Rule.CLOSING_TIMEOUT, tcb);
            case LAST_ACK_TIMEOUT -> endUnacknowledged(Rule.LAST_ACK_TIMEOUT, tcb);
            case RETRANSMISSION -> retransmission(tcb);
            case KEEP_ALIVE -> keepAlive(tcb);
            case DELAYED_ACK -> {
                tcb.set(tcb.timers().ackOwed, 0);
                step.acknowledge(Rule.ACK_DELAY_OVER, tcb);
            }
            case QUIET_TIME -> {
                tcb.set(tcb.timers().quietLeft, 0);
                step.listenAgain(tcb);
            }
        }
    }

    /** The user, who has closed, is told nothing and takes this for a normal end, even if octets were lost. */
    private void endUnacknowledged(Rule rule, Tcb tcb) {
        step.cite(rule);
        step.ghosts().closedNormally(tcb);
        step.end(tcb, EndCause.ORPHANED);
    }

    /** RFC 9293 §3.10.8, retransmission timeout; R2 of §3.8.3 limits how often. */
    private void retransmission(Tcb tcb) {
        TimerFields timers = tcb.timers();
        int count = tcb.get(timers.rexmtCount);
        if (tcb.knobs().retransmission().limit() != EndpointKnobs.UNLIMITED
                && count >= tcb.knobs().retransmission().limit()) {
            giveUp(tcb);
            return;
        }
        step.cite(Rule.RETRANSMISSION_TIMEOUT);
        step.retransmits(tcb);
        sendOldest(tcb);
    }

    /** RFC 6298 §5.5: the gap after the retransmissions so far is doubled by each, up to the cap. */
    public static int rto(Tcb tcb, int first) {
        int cap = tcb.knobs().retransmission().backoffCap();
        if (cap == OFF) {
            return first;
        }
        int gap = first;
        for (int i = tcb.get(tcb.timers().rexmtCount); i > 0 && gap < cap; i--) {
            gap += gap;
        }
        return Math.min(gap, Math.max(cap, first));
    }

    /** RFC 9293 §3.8.3: R2 is reached, and the connection is closed, without a segment unless a knob has an RST sent. */
    private void giveUp(Tcb tcb) {
        step.cite(Rule.USER_TIMEOUT);
        if (tcb.knobs().retransmission().giveUp() == GiveUp.RESET && tcb.beyondSynSent()) {
            step.cite(Rule.GIVE_UP_RESETS);
            step.send(tcb, SegmentKind.RST_ACK, tcb.sndNxt(), tcb.rcvNxt());
        }
        step.tell(tcb, UserSignal.ABORTED);
        step.observe(Observation.GIVEN_UP);
        shared.gaveUp.set(step.words(), 1);
        step.end(tcb, EndCause.GIVEN_UP);
    }

    /** Sends the oldest unacknowledged segment again, with the present RCV.NXT. */
    private void sendOldest(Tcb tcb) {
        int number = tcb.sndUna();
        if (tcb.synUnacknowledged()) {
            boolean synSent = tcb.state() == SYN_SENT;
            step.send(tcb, synSent ? SegmentKind.SYN : SegmentKind.SYN_ACK, number, synSent ? 0 : tcb.rcvNxt());
        } else {
            boolean fin = tcb.finSent() && tcb.outstanding() == 1;
            step.send(tcb, fin ? SegmentKind.FIN : SegmentKind.TEXT, number, tcb.rcvNxt());
        }
    }

    /** RFC 9293 §3.8.4: a probe of an idle connection, with a number that the peer has already acknowledged. */
    private void keepAlive(Tcb tcb) {
        step.cite(Rule.KEEP_ALIVE);
        tcb.set(tcb.timers().idle, 0);
        step.send(tcb, SegmentKind.ACK, space.plus(tcb.sndNxt(), -1), tcb.rcvNxt());
    }

    /** The host loses its memory, RFC 9293 §3.4.3, all but what its ISNs are made of. */
    public void crash(Tcb tcb) {
        step.cite(Rule.MEMORY_LOST);
        step.observe(Observation.CRASH);
        shared.crashesLeft.set(step.words(), shared.crashesLeft.get(step.words()) - 1);
        if (tcb.knobs().crash().clock() == EndpointKnobs.CrashClock.RESET) {
            tcb.set(tcb.timers().isnClock, step.setting().isnClockAtBoot(tcb.knobs()));
            tcb.set(tcb.timers().boot, (int)
                    Math.min(tcb.get(tcb.timers().boot) + 1, tcb.timers().boot.max()));
        }
        step.lose(tcb);
    }
}
