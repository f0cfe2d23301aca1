package dev.lastack.model.rules;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs.Retransmission;
import dev.lastack.scenario.knobs.EndpointKnobs.SynAgain;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;

/** SEGMENT ARRIVES in CLOSED, LISTEN and SYN-SENT, RFC 9293 §3.10.7.1 to §3.10.7.3. */
final class ArrivesUnsynchronized {

    private final Step step;
    private final Segment segment;
    private final Reactions reactions;

    ArrivesUnsynchronized(Step step, Reactions reactions) {
        this.step = step;
        this.segment = step.segment();
        this.reactions = reactions;
    }

    /** RFC 9293 §3.10.7.1. */
    void closed(Tcb tcb) {
        if (tcb.get(tcb.timers().quietLeft) > 0) {
            step.cite(Rule.QUIET);
        } else if (segment.has(ControlBits.RST) && step.follows(Rule.CLOSED_DROPS_RST, tcb)) {
            return;
        } else if (isSilent(tcb) && step.follows(Rule.CLOSED_SILENT, tcb)) {
            return;
        } else if (step.follows(Rule.CLOSED_RESETS, tcb)) {
            step.answerByReset(Rule.CLOSED_RESETS, tcb);
        }
    }

    /** Whether a knob has the segment dropped that RFC 9293 §3.10.7.1 answers by an RST. */
    private boolean isSilent(Tcb tcb) {
        return switch (tcb.knobs().rst().closed()) {
            case ALWAYS -> false;
            case UNLESS_BARE_ACK -> segment.kind() == SegmentKind.ACK;
            case UNLESS_SYN -> segment.has(ControlBits.SYN);
            case NEVER -> true;
        };
    }

    /** RFC 9293 §3.10.7.2; {@code choice} picks the ISS. */
    void listen(Tcb tcb, int choice) {
        if (listenFirstRst(tcb) || listenSecondAck(tcb) || listenThirdSyn(tcb, choice)) {
            return;
        }
        // RFC 9293 §3.10.7.2, fourth check: nothing else can arrive, for every other segment carries an ACK.
        step.cite(Rule.LISTEN_DROPS);
    }

    /** RFC 9293 §3.10.7.2, first check. */
    private boolean listenFirstRst(Tcb tcb) {
        return segment.has(ControlBits.RST) && step.follows(Rule.LISTEN_IGNORES_RST, tcb);
    }

    /** RFC 9293 §3.10.7.2, second check. */
    private boolean listenSecondAck(Tcb tcb) {
        if (!segment.has(ControlBits.ACK) || !step.follows(Rule.LISTEN_RESETS_ACK, tcb)) {
            return false;
        }
        step.answerByReset(Rule.LISTEN_RESETS_ACK, tcb);
        return true;
    }

    /** RFC 9293 §3.10.7.2, third check. */
    private boolean listenThirdSyn(Tcb tcb, int choice) {
        if (!segment.has(ControlBits.SYN) || !step.follows(Rule.LISTEN_TAKES_SYN, tcb)) {
            return false;
        }
        reactions.takeSyn(tcb, step.iss(tcb, choice));
        return true;
    }

    /** RFC 9293 §3.10.7.3; FIN and text are never processed here. */
    void synSent(Tcb tcb) {
        if (synSentFirstAck(tcb) || synSentSecondRst(tcb)) {
            return;
        }
        // RFC 9293 §3.10.7.3, third check, security, is not modelled.
        if (!synSentFourthSyn(tcb)) {
            // RFC 9293 §3.10.7.3, fifth check.
            step.cite(Rule.SYN_SENT_DROPS);
        }
    }

    /** RFC 9293 §3.10.7.3, first check: ISS < SEG.ACK ≤ SND.NXT. */
    private boolean acceptableAck(Tcb tcb) {
        return step.space().within(segment.ack(), step.space().plus(tcb.sndUna(), 1), tcb.outstanding());
    }

    /** RFC 9293 §3.10.7.3, first check. */
    private boolean synSentFirstAck(Tcb tcb) {
        if (!segment.has(ControlBits.ACK) || acceptableAck(tcb) || !step.follows(Rule.SYN_SENT_BAD_ACK, tcb)) {
            return false;
        }
        if (!segment.has(ControlBits.RST)) {
            step.answerByReset(Rule.SYN_SENT_BAD_ACK, tcb);
            synAgain(tcb);
        }
        return true;
    }

    /** Linux, tcp_rcv_synsent_state_process: its timer expires at once, unless the SYN has been sent again before. */
    private void synAgain(Tcb tcb) {
        Retransmission knobs = tcb.knobs().retransmission();
        boolean first = tcb.get(tcb.timers().rexmtCount) == 0 && knobs.limit() > 0;
        if (knobs.synAgain() == SynAgain.AT_ONCE && first && step.follows(Rule.SYN_AGAIN, tcb)) {
            step.retransmits(tcb);
            step.send(tcb, SegmentKind.SYN, tcb.sndUna(), 0);
        }
    }

    /** RFC 9293 §3.10.7.3, second check. */
    private boolean synSentSecondRst(Tcb tcb) {
        if (!segment.has(ControlBits.RST)) {
            return false;
        }
        if (!segment.has(ControlBits.ACK) && step.follows(Rule.SYN_SENT_RST_WITHOUT_ACK, tcb)) {
            return true;
        }
        // RFC 9293 advises an exact match of SEG.SEQ and RCV.NXT even here, where no RCV.NXT exists: not followed.
        if (step.follows(Rule.SYN_SENT_RST, tcb)) {
            step.tell(tcb, UserSignal.RESET);
            step.end(tcb, EndCause.RST);
        }
        return true;
    }

    /** RFC 9293 §3.10.7.3, fourth check. */
    private boolean synSentFourthSyn(Tcb tcb) {
        if (!segment.has(ControlBits.SYN)) {
            return false;
        }
        int rcvNxt = step.space().plus(segment.seq(), 1);
        if (segment.has(ControlBits.ACK) && step.follows(Rule.SYN_SENT_ESTABLISHED, tcb)) {
            step.enter(tcb, TcpState.ESTABLISHED);
            tcb.rcvNxt(rcvNxt);
            tcb.sawTimestamp(segment);
            step.advance(tcb, tcb.sndNxt());
            step.ghosts().acknowledged(tcb, false);
            step.ghosts().established(tcb);
            step.acknowledge(Rule.SYN_SENT_ESTABLISHED, tcb);
        } else if (step.follows(Rule.SYN_SENT_CROSSED, tcb)) {
            step.enter(tcb, TcpState.SYN_RECEIVED);
            tcb.rcvNxt(rcvNxt);
            tcb.sawTimestamp(segment);
            step.answer(Rule.SYN_SENT_CROSSED, tcb, SegmentKind.SYN_ACK, tcb.sndUna());
        }
        return true;
    }
}
