package dev.lastack.model.rules;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.TcpStates;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;

/** RFC 9293 §3.10.7.4, seventh and eighth check: the text and the FIN of a segment that lies in the window. */
final class TextAndFin {

    private final Step step;
    private final Segment segment;
    private final Reactions reactions;
    private final TimeWait timeWait;
    private final Reassembly reassembly;

    TextAndFin(Step step, Reactions reactions) {
        this.step = step;
        this.segment = step.segment();
        this.reactions = reactions;
        this.timeWait = reactions.timeWait();
        this.reassembly = reactions.reassembly();
    }

    /** RFC 9293 §3.10.7.4, seventh check. */
    void seventhText(Tcb tcb) {
        if (segment.kind().textLength() == 0) {
            return;
        }
        if (!TcpStates.takesText(tcb.state()) && step.follows(Rule.TEXT_IGNORED, tcb)) {
            return;
        }
        if (findsNobody(tcb) && step.follows(Rule.TEXT_AFTER_CLOSE, tcb)) {
            step.tell(tcb, UserSignal.RESET);
            step.answerByReset(Rule.TEXT_AFTER_CLOSE, tcb);
            step.end(tcb, EndCause.NOBODY_READS);
            return;
        }
        if (!beyondRcvNxt(tcb) && step.follows(Rule.TEXT_TAKEN, tcb)) {
            int before = tcb.rcvNxt();
            text(tcb, segment.incarnation());
            boolean endsWithFin = takeWhatIsNext(tcb);
            if (step.space().distance(before, tcb.rcvNxt()) == 1) {
                reactions.acknowledgeText(Rule.TEXT_TAKEN, tcb);
            } else if (!endsWithFin) {
                // RFC 5681 §4.2: what fills a gap is acknowledged at once.
                reactions.acknowledge(Rule.TEXT_TAKEN, tcb);
            }
        }
    }

    /** RFC 9293 §3.6.1 (MAY-1): the user has closed both directions. */
    private static boolean findsNobody(Tcb tcb) {
        return (tcb.state() == TcpState.FIN_WAIT_1 || tcb.state() == TcpState.FIN_WAIT_2) && tcb.closedFully();
    }

    /** RFC 9293 §3.10.7.4, eighth check. */
    void eighthFin(Tcb tcb) {
        if (!segment.has(ControlBits.FIN)) {
            return;
        }
        if (!TcpStates.takesText(tcb.state())) {
            finAgain(tcb);
        } else if (!beyondRcvNxt(tcb) && step.follows(Rule.FIN_TAKEN, tcb)) {
            fin(tcb, segment.incarnation(), false);
        }
    }

    /**
     * RFC 9293 §3.10.7.4, eighth check, from CLOSE-WAIT on. A peer sends one FIN; whatever claims to be another one is
     * acknowledged and changes nothing.
     */
    private void finAgain(Tcb tcb) {
        if (tcb.alive() && step.follows(Rule.FIN_AGAIN, tcb)) {
            reactions.acknowledge(Rule.FIN_AGAIN, tcb);
        }
        timeWait.finReached();
    }

    /** RFC 9293 §3.10.7.4, first check (SHLD-31): deals with what does not begin at RCV.NXT. */
    private boolean beyondRcvNxt(Tcb tcb) {
        if (segment.seq() == tcb.rcvNxt()) {
            return false;
        }
        if (tcb.knobs().reception().reassembly() && step.follows(Rule.LATER_HELD, tcb)) {
            reassembly.hold(tcb, segment);
            reactions.acknowledge(Rule.LATER_HELD, tcb);
            return true;
        }
        if (step.follows(Rule.LATER_DROPPED, tcb)) {
            reactions.acknowledge(Rule.LATER_DROPPED, tcb);
            return true;
        }
        return false;
    }

    /** Takes what was held back until now and returns whether that ended with a FIN, which is then acknowledged. */
    private boolean takeWhatIsNext(Tcb tcb) {
        int next = reassembly.next(tcb);
        while (!Reassembly.isNothing(next)) {
            if (Reassembly.isFin(next)) {
                step.cite(Rule.FIN_TAKEN);
                fin(tcb, Reassembly.incarnation(next), true);
                return true;
            }
            text(tcb, Reassembly.incarnation(next));
            next = reassembly.next(tcb);
        }
        return false;
    }

    /** RFC 9293 §3.10.7.4, seventh check: RCV.NXT advances over the octet. */
    private void text(Tcb tcb, int incarnation) {
        tcb.rcvNxt(step.space().plus(tcb.rcvNxt(), 1));
        tcb.unread(true);
        step.ghosts().textTaken(tcb, incarnation);
    }

    /** RFC 9293 §3.10.7.4, eighth check: RCV.NXT advances over the FIN, and where the FIN leads; {@code held}: it was held until a gap was filled. */
    private void fin(Tcb tcb, int incarnation, boolean held) {
        step.tell(tcb, UserSignal.CLOSING);
        step.ghosts().finTaken(tcb, incarnation);
        tcb.rcvNxt(step.space().plus(tcb.rcvNxt(), 1));
        if (held) {
            reactions.acknowledge(Rule.FIN_TAKEN, tcb);
        } else {
            reactions.acknowledgeFin(Rule.FIN_TAKEN, tcb);
        }
        switch (tcb.state()) {
            case ESTABLISHED -> step.enter(tcb, TcpState.CLOSE_WAIT);
            // Had the FIN been acknowledged, the fifth check would have led to FIN-WAIT-2.
            case FIN_WAIT_1 -> step.enter(tcb, TcpState.CLOSING);
            case FIN_WAIT_2 -> timeWait.enter(tcb);
            default -> throw new AssertionError("no FIN is taken in " + tcb.state());
        }
    }
}
