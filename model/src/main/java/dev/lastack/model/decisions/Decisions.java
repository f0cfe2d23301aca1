package dev.lastack.model.decisions;

import dev.lastack.model.state.OwnFields;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SequenceSpace;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.tcp.TcpState;

/**
 * The decisions that a variant in Java may take otherwise. This class takes them as the knobs say; a subclass overrides
 * some, and becomes a model's by {@link Variant#of(Class)}. It must depend on nothing but what its arguments say and its own
 * constants, because several threads use it at once, and what follows from its decisions is remembered: what it has to
 * remember itself it keeps in {@link OwnFields}, which its constructor may ask for. The last three methods tell it when there
 * is something to remember.
 */
public class Decisions {

    /** Ticks that TIME-WAIT lasts when it is entered or restarted, at most the knob's; 0 skips it. */
    public int timeWaitTicks(Tcb tcb) {
        return tcb.knobs().timeWait().length();
    }

    /**
     * Whether the 2MSL timer ranks before the network within an instant. It does not: a segment that may still arrive at
     * the instant at which the timer runs out finds TIME-WAIT.
     */
    public boolean timeWaitEndsBeforeArrivals() {
        return false;
    }

    /** How many initial sequence numbers the adversary can choose from, 1 or more; 1 if there is no choice. */
    public int issChoices(StepContext step, Tcb tcb) {
        return tcb.knobs().numbers().isn() == Isn.RANDOM ? step.space().size() : 1;
    }

    /**
     * The initial sequence number that is {@code choice}: one that {@link SequenceSpace} can count on from. SND.NXT of the
     * connection before is known where the knob {@code isn} is monotonic, and nowhere else; keep it in {@link OwnFields}.
     */
    public int iss(StepContext step, Tcb tcb, int choice) {
        return switch (tcb.knobs().numbers().isn()) {
            case CONSTANT -> step.space().plus(step.space().origin(), -1);
            case MONOTONIC -> tcb.sndNxt();
            case RANDOM -> choice;
            case CLOCK -> tcb.get(tcb.timers().isnClock);
        };
    }

    /** Whether the SYN that arrives in TIME-WAIT opens the connection again, RFC 9293 §3.6.1 (MAY-2), RFC 6191. */
    public boolean reopens(StepContext step, Tcb tcb) {
        Segment syn = step.segment();
        SequenceSpace space = step.space();
        return switch (tcb.knobs().timeWait().syn()) {
            case CHALLENGE, DROP, RESET -> false;
            case REOPEN_IF_NEWER_SEQ -> space.less(tcb.rcvNxt(), syn.seq());
            case REOPEN_BEYOND_WINDOW ->
                space.less(tcb.rcvNxt(), syn.seq()) && !space.within(syn.seq(), tcb.rcvNxt(), tcb.rcvWnd());
            // RFC 6191 §2: a newer timestamp, or an equal one and a number beyond the last one seen.
            case REOPEN_IF_NEWER_TIMESTAMP ->
                tcb.compareTimestamp(syn) > 0
                        || (tcb.compareTimestamp(syn) == 0 && !space.less(syn.seq(), tcb.rcvNxt()));
        };
    }

    /**
     * Whether {@code tcb} follows {@code rule}, one of SEGMENT ARRIVES (RFC 9293 §3.10.7) whose condition is met: a check
     * that is not followed lets the segment pass on to the next one, an effect does not happen.
     */
    public boolean follows(Rule rule, StepContext step, Tcb tcb) {
        return true;
    }

    /** Whether the segment with which {@code rule}, which is followed, answers the arriving one is sent. */
    public boolean answers(Rule rule, StepContext step, Tcb tcb) {
        return true;
    }

    /**
     * Whether the segment that arrives counts as the ACK of the FIN, RFC 9293 §3.10.7.4, fifth check. Asked where the FIN was sent,
     * after SND.UNA has moved; what is then still outstanding is taken for acknowledged.
     */
    public boolean acknowledgesFin(StepContext step, Tcb tcb) {
        return tcb.finAcknowledged();
    }

    /** Where the ACK of the FIN leads from CLOSING and LAST-ACK: TIME-WAIT or CLOSED, RFC 9293 §3.10.7.4, fifth check. */
    public TcpState afterFinAcknowledged(StepContext step, Tcb tcb) {
        return tcb.state() == TcpState.CLOSING ? TcpState.TIME_WAIT : TcpState.CLOSED;
    }

    /**
     * Where the peer's FIN leads once the own one is sent, from FIN-WAIT-1 and FIN-WAIT-2: CLOSING, LAST-ACK, TIME-WAIT or CLOSED,
     * RFC 9293 §3.10.7.4, eighth check.
     */
    public TcpState afterPeerFin(StepContext step, Tcb tcb) {
        return tcb.state() == TcpState.FIN_WAIT_1 ? TcpState.CLOSING : TcpState.TIME_WAIT;
    }

    /** Whether an active OPEN may take the place of the own TIME-WAIT now. */
    public boolean reusesTimeWait(StepContext step, Tcb tcb) {
        EndpointKnobs knobs = tcb.knobs();
        return knobs.timeWait().reuseAfter() != EndpointKnobs.OFF
                && tcb.get(tcb.timers().timeWaitAge) >= knobs.timeWait().reuseAfter()
                && (knobs.timeWait().reuseNeeds() == EndpointKnobs.ReuseNeeds.NOTHING || tcb.timestamps());
    }

    /** SND.UNA is about to move: the ACK comes when the retransmission timer has run for {@code ticks}. */
    public void acknowledged(Tcb tcb, int ticks) {}

    /** The oldest unacknowledged segment is about to be sent again. */
    public void retransmitted(Tcb tcb) {}

    /** The TCB is about to go, other than by a crash; its variables are still there. */
    public void ending(Tcb tcb) {}
}
