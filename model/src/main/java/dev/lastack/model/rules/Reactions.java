package dev.lastack.model.rules;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.Tcb;
import dev.lastack.tcp.TcpState;

/** What several checks and timers do alike. */
public record Reactions(Step step, TimeWait timeWait, Reassembly reassembly) {

    public Reactions(Step step) {
        this(step, new TimeWait(step), new Reassembly(step));
    }

    /**
     * The ACK of {@code rule} that tells a blind attacker nothing and a peer who lost its memory everything, throttled as
     * RFC 5961 §7 asks.
     */
    void challenge(Rule rule, Tcb tcb) {
        if (tcb.takeChallenge() || !step.follows(Rule.CHALLENGE_THROTTLED, tcb)) {
            step.acknowledge(rule, tcb);
        }
    }

    /** Acknowledges as {@code rule} says: by a FIN that waits for the window, if that has opened, else by an ACK. */
    void acknowledge(Rule rule, Tcb tcb) {
        if (!sendPendingFin(tcb)) {
            step.acknowledge(rule, tcb);
        }
    }

    /**
     * Acknowledges text as {@code rule} says, or lets the acknowledgment wait, RFC 9293 §3.8.6.3: not that of every second
     * segment (SHLD-19).
     */
    void acknowledgeText(Rule rule, Tcb tcb) {
        if (tcb.owesAck() || !delays(tcb)) {
            acknowledge(rule, tcb);
        } else if (!sendPendingFin(tcb)) {
            tcb.oweAck();
        }
    }

    /** Acknowledges a FIN as {@code rule} says, or lets the acknowledgment wait: with that of the text before it, if that does. */
    void acknowledgeFin(Rule rule, Tcb tcb) {
        if (tcb.state() == TcpState.FIN_WAIT_2 || !delays(tcb)) {
            acknowledge(rule, tcb);
        } else if (!sendPendingFin(tcb) && !tcb.owesAck()) {
            tcb.oweAck();
        }
    }

    private boolean delays(Tcb tcb) {
        return tcb.timers().ackOwed.max() != 0 && step.follows(Rule.ACK_DELAYED, tcb);
    }

    /** Sends a FIN that waits for the window, if that has opened; returns whether it did. */
    boolean sendPendingFin(Tcb tcb) {
        boolean sends = tcb.alive() && tcb.finPending() && tcb.windowOpen();
        if (sends) {
            sendFin(tcb);
        }
        return sends;
    }

    /** A passive SYN-RECEIVED returns to LISTEN: the TCB goes, the listener stays. */
    void returnToListen(Tcb tcb, EndCause cause) {
        step.ending(tcb, cause);
        step.enter(tcb, TcpState.LISTEN);
        step.ghosts().gone(tcb);
    }

    /** Makes a TCB of the arriving SYN, RFC 9293 §3.10.7.2, third check, and answers it by SYN,ACK. */
    void takeSyn(Tcb tcb, int iss) {
        Segment syn = step.segment();
        step.enter(tcb, TcpState.SYN_RECEIVED);
        step.ghosts().created(tcb, syn.incarnation());
        tcb.set(tcb.fields().passive, tcb.fields().passive.max() == 0 ? 0 : 1);
        tcb.sndNxt(iss);
        tcb.rcvNxt(step.space().plus(syn.seq(), 1));
        tcb.sawTimestamp(syn);
        int number = step.take(tcb);
        step.answer(Rule.LISTEN_TAKES_SYN, tcb, SegmentKind.SYN_ACK, number);
    }

    /** Sends the FIN, or queues it until the window lets it go, RFC 9293 §3.10.4. */
    void sendFin(Tcb tcb) {
        if (!tcb.windowOpen()) {
            step.cite(Rule.CLOSE_QUEUES_FIN);
            tcb.set(tcb.fields().finPending, 1);
            return;
        }
        step.cite(Rule.CLOSE_SENDS_FIN);
        if (tcb.state() == TcpState.CLOSE_WAIT) {
            step.enter(tcb, TcpState.LAST_ACK);
        } else {
            tcb.set(tcb.fields().finPending, 0);
        }
        int number = step.take(tcb);
        step.send(tcb, SegmentKind.FIN, number, tcb.rcvNxt());
    }
}
