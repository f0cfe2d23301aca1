package dev.lastack.model;

import dev.lastack.scenario.EndpointKnobs.AckCheck;
import dev.lastack.scenario.EndpointKnobs.BareAck;

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
        if (!segment.has(ControlBits.ACK)) {
            step.cite(Rule.NO_ACK);
            return true;
        }
        if (tcb.knobs().ackCheck() == AckCheck.RFC5961 && blindInjection(tcb)) {
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
        step.cite(step.space().less(tcb.sndNxt(), segment.ack()) ? Rule.ACK_UNSENT : Rule.ACK_TOO_OLD);
        reactions.challenge(tcb);
        return true;
    }

    /** SND.UNA < SEG.ACK ≤ SND.NXT. */
    private boolean advances(Tcb tcb) {
        return step.space().within(segment.ack(), step.space().plus(tcb.sndUna(), 1), tcb.outstanding());
    }

    private boolean synReceived(Tcb tcb) {
        if (!advances(tcb)) {
            step.cite(Rule.HANDSHAKE_BAD_ACK);
            step.answerByReset(tcb);
            return true;
        }
        step.cite(Rule.HANDSHAKE_COMPLETE);
        step.enter(tcb, TcpState.ESTABLISHED);
        tcb.acknowledge(segment.ack());
        step.ghosts().acknowledged(tcb, false);
        step.ghosts().established(tcb);
        return false;
    }

    /** The rule of ESTABLISHED, which holds in all later states but TIME-WAIT. */
    private boolean established(Tcb tcb) {
        if (advances(tcb)) {
            step.cite(Rule.ACK_ADVANCES);
            boolean onlySyn = tcb.synUnacknowledged() && step.space().distance(tcb.sndUna(), segment.ack()) == 1;
            tcb.acknowledge(segment.ack());
            step.ghosts().acknowledged(tcb, !onlySyn);
            return false;
        }
        if (step.space().less(tcb.sndNxt(), segment.ack())) {
            step.cite(Rule.ACK_UNSENT);
            step.acknowledge(tcb);
            return true;
        }
        step.cite(Rule.ACK_DUPLICATE);
        return false;
    }

    private boolean finWait1(Tcb tcb) {
        if (tcb.finAcknowledged()) {
            step.cite(Rule.FIN_ACKED_FIN_WAIT_1);
            step.enter(tcb, TcpState.FIN_WAIT_2);
            tcb.startOrphanTimer();
            // FIN-WAIT-2: the retransmission queue is empty, so the CLOSE is acknowledged.
            step.tell(tcb, "CLOSE: ok");
            step.ghosts().closedNormally(tcb);
        }
        return false;
    }

    private boolean closing(Tcb tcb) {
        if (!tcb.finAcknowledged()) {
            step.cite(Rule.CLOSING_IGNORES);
            return true;
        }
        step.cite(Rule.FIN_ACKED_CLOSING);
        timeWait.enter(tcb);
        return true;
    }

    private boolean lastAck(Tcb tcb) {
        if (!tcb.finAcknowledged()) {
            return false;
        }
        step.cite(Rule.FIN_ACKED_LAST_ACK);
        step.ghosts().closedNormally(tcb);
        step.end(tcb, End.FIN_ACKNOWLEDGED);
        return true;
    }

    private boolean timeWait(Tcb tcb) {
        // To answer a bare ACK lets two ends in TIME-WAIT answer each other for ever; a FIN is answered in any case.
        if (tcb.knobs().timeWaitBareAck() == BareAck.SILENT || segment.has(ControlBits.FIN)) {
            step.cite(Rule.TIME_WAIT_SILENT);
        } else {
            step.cite(Rule.TIME_WAIT_ANSWERS_ACK);
            step.acknowledge(tcb);
        }
        return false;
    }
}
