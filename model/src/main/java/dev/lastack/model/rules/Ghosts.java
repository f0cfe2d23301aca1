package dev.lastack.model.rules;

import static dev.lastack.model.rules.Observation.*;

import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SharedFields;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;

/**
 * Keeps the ghosts, which no guard reads, and observes by them what the claims speak of. A segment is old at a TCB if
 * their incarnations differ.
 */
public final class Ghosts {

    private static final int FIRST = 1;
    private static final int NONE = 0;

    private final Step step;
    private final SharedFields shared;
    private final int aborts;
    private final int crashes;
    private final int firstOpened;
    private final boolean mayTruncate;

    /** Whether numbers or states have changed, so that partners may disagree. */
    private boolean numbersChanged;
    /** The incarnations whose TIME-WAIT is over in this step at A and at B. */
    private int overAtA;

    private int overAtB;

    private boolean bothClosedEnded;
    private boolean bothClosedReset;
    private boolean responseJudged;
    private boolean responseLost;

    Ghosts(ResolvedScenario setting, Step step) {
        this.step = step;
        this.shared = setting.shared();
        this.aborts = setting.environment().abort();
        this.crashes = setting.environment().crash();
        this.firstOpened = setting.bounds().firstOpened();
        this.mayTruncate = setting.scenario().a().user().data()
                        + setting.scenario().b().user().data()
                > 0;
    }

    void begin() {
        numbersChanged = false;
        overAtA = NONE;
        overAtB = NONE;
        bothClosedEnded = false;
        bothClosedReset = false;
        responseJudged = false;
        responseLost = false;
        closedByFinA = false;
        closedByFinB = false;
    }

    void numbersChanged() {
        numbersChanged = true;
    }

    private boolean old(Tcb tcb, int incarnation) {
        return tcb.incarnation() != incarnation;
    }

    /** A segment arrives at a TCB, before any check. */
    void arrives(Tcb tcb, Segment segment) {
        if (!old(tcb, segment.incarnation())) {
            return;
        }
        if (segment.has(ControlBits.RST) && tcb.state() != TcpState.TIME_WAIT) {
            step.observe(RST_JUDGED);
        }
        if (tcb.synchronised()) {
            if (segment.has(ControlBits.FIN)) {
                step.observe(FIN_JUDGED);
            }
            if (segment.kind().textLength() > 0) {
                step.observe(TEXT_JUDGED);
            }
            if (segment.has(ControlBits.ACK)) {
                step.observe(ACK_JUDGED);
            }
        }
    }

    /** SND.UNA moves; {@code pastSyn}: over more than the own SYN. */
    void acknowledged(Tcb tcb, boolean pastSyn) {
        numbersChanged = true;
        if (pastSyn && tcb.incarnation() > FIRST) {
            step.observe(ACK_JUDGED);
        }
        if (pastSyn && old(tcb, step.segment().incarnation())) {
            step.observe(OLD_ACK_TAKEN);
        }
    }

    /** RCV.NXT moves over an octet of {@code incarnation}. */
    void textTaken(Tcb tcb, int incarnation) {
        numbersChanged = true;
        if (tcb.incarnation() > FIRST) {
            step.observe(TEXT_JUDGED);
        }
        if (old(tcb, incarnation)) {
            step.observe(OLD_TEXT_TAKEN);
            return;
        }
        int owed = owed(tcb);
        if (owed > 0) {
            tcb.set(tcb.ghosts().owed, owed - 1);
        }
        Tcb sender = step.peer(tcb);
        int undelivered = undelivered(sender, incarnation);
        if (undelivered > 0) {
            sender.set(sender.ghosts().undelivered, undelivered - 1);
        }
    }

    /** RCV.NXT moves over a FIN of {@code incarnation}. */
    void finTaken(Tcb tcb, int incarnation) {
        numbersChanged = true;
        if (tcb.incarnation() > FIRST) {
            step.observe(FIN_JUDGED);
        }
        if (old(tcb, incarnation)) {
            step.observe(OLD_FIN_TAKEN);
        }
        told(undelivered(step.peer(tcb), tcb.incarnation()));
    }

    /** The user sends an octet. */
    void octetSent(Tcb tcb) {
        tcb.set(tcb.ghosts().undelivered, tcb.get(tcb.ghosts().undelivered) + 1);
        Tcb peer = step.peer(tcb);
        StateLayout.Field owed = peer.ghosts().owed;
        if (owed.max() != 0 && owed.liveIn(peer.state()) && peer.incarnation() == tcb.incarnation()) {
            peer.set(owed, (int) Math.min(peer.get(owed) + 1, owed.max()));
        }
    }

    /** Octets that the peer has sent to this TCB and that have not arrived; 0 where nobody asks. */
    private static int owed(Tcb tcb) {
        StateLayout.Field owed = tcb.ghosts().owed;
        return owed.max() != 0 && owed.liveIn(tcb.state()) ? tcb.get(owed) : 0;
    }

    /** Octets that {@code sender} has sent in {@code incarnation} and its peer has not received; 0 if unknown. */
    private static int undelivered(Tcb sender, int incarnation) {
        boolean known = sender.synchronised() && sender.incarnation() == incarnation;
        return known ? sender.get(sender.ghosts().undelivered) : 0;
    }

    /** The user is told that the connection was closed normally. */
    void closedNormally(Tcb tcb) {
        told(undelivered(tcb, tcb.incarnation()));
    }

    private void told(int undelivered) {
        if (mayTruncate) {
            step.observe(END_TOLD);
        }
        if (undelivered > 0) {
            step.observe(TRUNCATED);
        }
    }

    /** ESTABLISHED is reached by the arriving segment. */
    void established(Tcb tcb) {
        step.observe(HANDSHAKE_JUDGED);
        if (old(tcb, step.segment().incarnation())) {
            step.observe(OLD_HANDSHAKE);
        }
        StateLayout.Field remembered = tcb.ghosts().wasEstablished;
        if (remembered.max() == 0 || tcb.incarnation() < firstOpened) {
            return;
        }
        int bit = 1;
        for (int i = firstOpened; i < tcb.incarnation(); i++) {
            bit += bit;
        }
        int before = tcb.get(remembered);
        if ((before & bit) != 0) {
            step.observe(REPLAYED);
        }
        tcb.set(remembered, before | bit);
    }

    /** A TCB was made, in SYN-SENT or SYN-RECEIVED: the peer's TCB, if there is one, agreed its numbers with another. */
    void created(Tcb tcb, int incarnation) {
        tcb.incarnation(incarnation);
        if (tcb.beyondSynSent()) {
            tcb.set(tcb.ghosts().orphan, 0);
        }
        Tcb peer = step.peer(tcb);
        if (peer.beyondSynSent()) {
            peer.set(peer.ghosts().orphan, 1);
        } else if (!peer.alive()) {
            peer.set(peer.ghosts().closedByFin, 0);
        }
    }

    /** A TCB is about to end. */
    void ended(Tcb tcb, EndCause cause) {
        observeStateLeft(tcb, cause);
        judgeResponse(tcb, cause);
        if (cause == EndCause.RST && tcb.state() != TcpState.TIME_WAIT) {
            step.observe(RST_JUDGED);
            if (old(tcb, step.segment().incarnation())) {
                step.observe(OLD_RST_TAKEN);
            }
        }
        Tcb peer = step.peer(tcb);
        boolean samePeer = peer.alive() && peer.incarnation() == tcb.incarnation();
        boolean closed = tcb.finSent();
        if (closed && (samePeer ? peer.finSent() : !peer.alive() && peer.get(peer.ghosts().closedByFin) != 0)) {
            bothClosedEnded = true;
            bothClosedReset |= cause == EndCause.RST;
        }
        if (peer.beyondSynSent()) {
            peer.set(peer.ghosts().orphan, 0);
        } else if (!peer.alive()) {
            peer.set(peer.ghosts().closedByFin, 0);
        }
        remember(tcb, closed && samePeer);
    }

    /**
     * What the peer had sent before it closed both directions has been read, or will not be: an RST flushes the queues
     * (RFC 9293 §3.10.7.4, second check) but in the states after the peer's FIN and the own.
     */
    private void judgeResponse(Tcb tcb, EndCause cause) {
        if (tcb.ghosts().owed.max() == 0 || !tcb.beyondSynSent() || cause.byOwnUserOrCrash()) {
            return;
        }
        boolean flushes = tcb.state() != TcpState.CLOSING && tcb.state() != TcpState.LAST_ACK;
        responseJudged = true;
        responseLost |= cause == EndCause.RST && flushes && (owed(tcb) > 0 || tcb.hasUnread());
    }

    /** Called before the TCB goes; the bit is live only afterwards, so it is set when the state has changed. */
    private void remember(Tcb tcb, boolean closedByFin) {
        if (tcb == step.tcb(0)) {
            closedByFinA = closedByFin;
        } else {
            closedByFinB = closedByFin;
        }
    }

    private boolean closedByFinA;
    private boolean closedByFinB;

    /** The TCB is gone: its host is CLOSED, or listens again. */
    void gone(Tcb tcb) {
        tcb.set(tcb.ghosts().closedByFin, (tcb == step.tcb(0) ? closedByFinA : closedByFinB) ? 1 : 0);
    }

    private void observeStateLeft(Tcb tcb, EndCause cause) {
        if (tcb.state() == TcpState.LAST_ACK && !cause.byOwnUserOrCrash()) {
            step.observe(LAST_ACK_LEFT);
            if (cause != EndCause.FIN_ACKNOWLEDGED) {
                step.observe(LAST_ACK_UNCLEAN);
            }
        }
        if (tcb.state() == TcpState.TIME_WAIT && !cause.byOwnUserOrCrash()) {
            step.observe(TIME_WAIT_LEFT);
            if (cause != EndCause.TIME_WAIT_OVER) {
                step.observe(TIME_WAIT_CUT_SHORT);
            }
        }
        if (cause == EndCause.TIME_WAIT_OVER || cause == EndCause.TIME_WAIT_SKIPPED) {
            overAtA = tcb == step.tcb(0) ? tcb.incarnation() : overAtA;
            overAtB = tcb == step.tcb(0) ? overAtB : tcb.incarnation();
        }
    }

    /** A TCB ended, for which it counts whether any was given up: that is known when the step has ended. */
    private void observeUndisturbedEnd() {
        if ((!bothClosedEnded && !responseJudged) || !undisturbed()) {
            return;
        }
        observeIf(bothClosedEnded, BOTH_CLOSED_TCB_ENDED);
        observeIf(bothClosedReset, BOTH_CLOSED_TCB_RESET);
        observeIf(responseJudged, RESPONSE_JUDGED);
        observeIf(responseLost, RESPONSE_LOST);
    }

    private boolean undisturbed() {
        return shared.abortsLeft.get(step.words()) == aborts
                && shared.crashesLeft.get(step.words()) == crashes
                && shared.gaveUp.get(step.words()) == 0;
    }

    private void observeIf(boolean seen, Observation fact) {
        if (seen) {
            step.observe(fact);
        }
    }

    /** Looks whether the incarnations whose TIME-WAIT is over have left anything behind at the other host. */
    void observeDrained() {
        if (overAtA != NONE) {
            observeDrained(step.tcb(1), overAtA);
        }
        if (overAtB != NONE) {
            observeDrained(step.tcb(0), overAtB);
        }
        overAtA = NONE;
        overAtB = NONE;
    }

    private void observeDrained(Tcb peer, int incarnation) {
        step.observe(TIME_WAIT_OVER);
        boolean peerHasTcb = peer.alive() && peer.incarnation() == incarnation && peer.state() != TcpState.TIME_WAIT;
        if (peerHasTcb) {
            step.observe(UNDRAINED);
        }
        step.timeWaitOver(incarnation);
    }

    /** The step has ended. */
    void finish() {
        observeDrained();
        observeUndisturbedEnd();
        Tcb a = step.tcb(0);
        Tcb b = step.tcb(1);
        if (numbersChanged && partners(a, b)) {
            step.observe(PARTNERS);
            if (a.incarnation() != b.incarnation() || !within(a, b) || !within(b, a)) {
                step.observe(PARTNERS_DISAGREE);
            }
        }
    }

    private static boolean partners(Tcb a, Tcb b) {
        return a.beyondSynSent() && b.beyondSynSent() && a.get(a.ghosts().orphan) == 0 && b.get(b.ghosts().orphan) == 0;
    }

    /** SND.UNA ≤ peer's RCV.NXT ≤ SND.NXT. */
    private boolean within(Tcb sender, Tcb receiver) {
        return step.space().within(receiver.rcvNxt(), sender.sndUna(), sender.outstanding() + 1);
    }
}
