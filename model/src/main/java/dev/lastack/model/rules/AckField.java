package dev.lastack.model.rules;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs.AckCheck;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;

/** RFC 9293 §3.10.7.4, fifth check: the ACK field. */
final class AckField {

    private final Step step;
    private final Segment segment;
    private final Reactions reactions;
    private final TimeWait timeWait;

    AckField(Step step, Reactions reactions) {
        this.step = step;
        this.segment = step.segment();
        this.reactions = reactions;
        this.timeWait = reactions.timeWait();
    }

    /** Returns whether the segment is dealt with. */
    boolean fifthAck(Tcb tcb) {
        if (!segment.has(ControlBits.ACK) && step.follows(Rule.NO_ACK, tcb)) {
            return true;
        }
        if (tcb.knobs().reception().ackCheck() == AckCheck.RFC5961 && blindInjection(tcb)) {
            return true;
        }
        return switch (tcb.state()) {
            case SYN_RECEIVED -> synReceived(tcb);
            case ESTABLISHED, FIN_WAIT_2, CLOSE_WAIT -> established(tcb);
            case FIN_WAIT_1 -> established(tcb) || finWait1(tcb);
            case CLOSING -> established(tcb) || closing(tcb);
            // The text says that only the ACK of the FIN can arrive; but text sent before the FIN may still be
            // unacknowledged, so the rule of ESTABLISHED comes first.
            case LAST_ACK -> established(tcb) || lastAck(tcb);
            case TIME_WAIT -> timeWait(tcb);
            case CLOSED, LISTEN, SYN_SENT -> throw new AssertionError(tcb.state() + " is not synchronised");
        };
    }

    /** RFC 5961 §5 (MAY-12): SND.UNA - MAX.SND.WND ≤ SEG.ACK ≤ SND.NXT, else a challenge ACK. */
    private boolean blindInjection(Tcb tcb) {
        int lowest = step.space().plus(tcb.sndUna(), -tcb.sndWnd());
        if (step.space().within(segment.ack(), lowest, tcb.sndWnd() + tcb.outstanding() + 1)) {
            return false;
        }
        Rule rule = unsent(tcb) ? Rule.ACK_UNSENT : Rule.ACK_TOO_OLD;
        if (!step.follows(rule, tcb)) {
            return false;
        }
        reactions.challenge(rule, tcb);
        return true;
    }

    /** SND.UNA < SEG.ACK ≤ SND.NXT. */
    private boolean advances(Tcb tcb) {
        return step.space().within(segment.ack(), step.space().plus(tcb.sndUna(), 1), tcb.outstanding());
    }

    /** SEG.ACK > SND.NXT. */
    private boolean unsent(Tcb tcb) {
        return step.space().less(tcb.sndNxt(), segment.ack());
    }

    /** RFC 9293 §3.10.7.4, fifth check, SYN-RECEIVED. */
    private boolean synReceived(Tcb tcb) {
        // The text sends the RST and does not say that the segment is then dropped; its FIN, which the eighth check
        // would look at, is as little to be believed as its ACK.
        if (!advances(tcb) && step.follows(Rule.HANDSHAKE_BAD_ACK, tcb)) {
            step.answerByReset(Rule.HANDSHAKE_BAD_ACK, tcb);
            return true;
        }
        if (step.follows(Rule.HANDSHAKE_COMPLETE, tcb)) {
            step.enter(tcb, TcpState.ESTABLISHED);
            step.advance(tcb, tcb.sndNxt());
            step.ghosts().acknowledged(tcb, false);
            step.ghosts().established(tcb);
        }
        return false;
    }

    /** RFC 9293 §3.10.7.4, fifth check, ESTABLISHED, whose rule holds in all later states but TIME-WAIT. */
    private boolean established(Tcb tcb) {
        if (!advances(tcb)) {
            if (unsent(tcb) && step.follows(Rule.ACK_UNSENT, tcb)) {
                step.acknowledge(Rule.ACK_UNSENT, tcb);
                return true;
            }
            if (!unsent(tcb) && step.follows(Rule.ACK_DUPLICATE, tcb)) {
                return false;
            }
        }
        if (step.follows(Rule.ACK_ADVANCES, tcb)) {
            boolean onlySyn = tcb.synUnacknowledged() && step.space().distance(tcb.sndUna(), segment.ack()) == 1;
            step.advance(tcb, segment.ack());
            step.ghosts().acknowledged(tcb, !onlySyn);
        }
        return false;
    }

    /** RFC 9293 §3.10.7.4, fifth check, FIN-WAIT-1. */
    private boolean finWait1(Tcb tcb) {
        if (acknowledgesFin(tcb) && step.follows(Rule.FIN_ACKED_FIN_WAIT_1, tcb)) {
            takeAll(tcb);
            step.enter(tcb, TcpState.FIN_WAIT_2);
            // FIN-WAIT-2: the retransmission queue is empty, so the CLOSE is acknowledged.
            step.tell(tcb, UserSignal.CLOSED);
            step.ghosts().closedNormally(tcb);
        }
        return false;
    }

    /** RFC 9293 §3.10.7.4, fifth check, CLOSING. */
    private boolean closing(Tcb tcb) {
        if (!acknowledgesFin(tcb)) {
            return step.follows(Rule.CLOSING_IGNORES, tcb);
        }
        if (step.follows(Rule.FIN_ACKED_CLOSING, tcb)) {
            takeAll(tcb);
            timeWait.leadTo(step.decisions().afterFinAcknowledged(step, tcb), tcb, EndCause.TIME_WAIT_SKIPPED);
        }
        return false;
    }

    /** Whether the FIN was sent, and the segment counts as its ACK. */
    private boolean acknowledgesFin(Tcb tcb) {
        return tcb.finSent() && step.decisions().acknowledgesFin(step, tcb);
    }

    /** What a variant takes for acknowledged, although the segment does not say so, is outstanding no more. */
    private void takeAll(Tcb tcb) {
        if (tcb.outstanding() > 0) {
            step.advance(tcb, tcb.sndNxt());
        }
    }

    /** RFC 9293 §3.10.7.4, fifth check, LAST-ACK. */
    private boolean lastAck(Tcb tcb) {
        if (!acknowledgesFin(tcb) || !step.follows(Rule.FIN_ACKED_LAST_ACK, tcb)) {
            return false;
        }
        // A variant that takes another segment for the ACK leaves LAST-ACK uncleanly, as the claim of that name has it.
        EndCause cause = tcb.finAcknowledged() ? EndCause.FIN_ACKNOWLEDGED : EndCause.ORPHANED;
        takeAll(tcb);
        timeWait.leadTo(step.decisions().afterFinAcknowledged(step, tcb), tcb, cause);
        return true;
    }

    /** FreeBSD's tcp_twcheck leaves exactly this ACK unanswered. */
    private boolean inOrder(Tcb tcb) {
        return segment.length() == 0 && segment.seq() == tcb.rcvNxt() && segment.ack() == tcb.sndNxt();
    }

    /** RFC 9293 §3.10.7.4, fifth check, TIME-WAIT. */
    private boolean timeWait(Tcb tcb) {
        // To answer a bare ACK lets two ends in TIME-WAIT answer each other for ever; a FIN is answered in any case.
        boolean silent = switch (tcb.knobs().timeWait().bareAck()) {
            case SILENT -> true;
            case ANSWER -> segment.has(ControlBits.FIN);
            case UNLESS_IN_ORDER -> segment.has(ControlBits.FIN) || inOrder(tcb);
        };
        if (silent && step.follows(Rule.TIME_WAIT_SILENT, tcb)) {
            return false;
        }
        if (step.follows(Rule.TIME_WAIT_ANSWERS_ACK, tcb)) {
            step.acknowledge(Rule.TIME_WAIT_ANSWERS_ACK, tcb);
        }
        return false;
    }
}
