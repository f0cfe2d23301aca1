package dev.lastack.model;

/** SEGMENT ARRIVES in CLOSED, LISTEN and SYN-SENT, RFC 9293 §3.10.7.1 to §3.10.7.3. */
final class ArrivesUnsynchronised {

    private final Step step;
    private final Segment segment;
    private final Reactions reactions;
    private final Decisions decisions;

    ArrivesUnsynchronised(Step step, Reactions reactions) {
        this.step = step;
        this.segment = step.segment();
        this.reactions = reactions;
        this.decisions = step.setting().decisions();
    }

    /** RFC 9293 §3.10.7.1. */
    void closed(Tcb tcb) {
        if (tcb.get(tcb.timers().quietLeft) > 0) {
            step.cite(Rule.QUIET);
        } else if (segment.has(ControlBits.RST)) {
            step.cite(Rule.CLOSED_DROPS_RST);
        } else {
            step.cite(Rule.CLOSED_RESETS);
            step.answerByReset(tcb);
        }
    }

    /** RFC 9293 §3.10.7.2; {@code choice} picks the ISS. */
    void listen(Tcb tcb, int choice) {
        if (listenFirstRst() || listenSecondAck(tcb) || listenThirdSyn(tcb, choice)) {
            return;
        }
        // Fourth: nothing else can arrive, for every other segment carries an ACK.
        step.cite(Rule.LISTEN_DROPS);
    }

    private boolean listenFirstRst() {
        if (!segment.has(ControlBits.RST)) {
            return false;
        }
        step.cite(Rule.LISTEN_IGNORES_RST);
        return true;
    }

    private boolean listenSecondAck(Tcb tcb) {
        if (!segment.has(ControlBits.ACK)) {
            return false;
        }
        step.cite(Rule.LISTEN_RESETS_ACK);
        step.answerByReset(tcb);
        return true;
    }

    private boolean listenThirdSyn(Tcb tcb, int choice) {
        if (!segment.has(ControlBits.SYN)) {
            return false;
        }
        step.cite(Rule.LISTEN_TAKES_SYN);
        reactions.takeSyn(tcb, decisions.iss(step, tcb, choice));
        return true;
    }

    /** RFC 9293 §3.10.7.3; FIN and text are never processed here. */
    void synSent(Tcb tcb) {
        if (synSentFirstAck(tcb) || synSentSecondRst(tcb)) {
            return;
        }
        // Third, security, is not modelled.
        if (!synSentFourthSyn(tcb)) {
            // Fifth.
            step.cite(Rule.SYN_SENT_DROPS);
        }
    }

    private boolean acceptableAck(Tcb tcb) {
        return step.space().within(segment.ack(), step.space().plus(tcb.sndUna(), 1), tcb.outstanding());
    }

    private boolean synSentFirstAck(Tcb tcb) {
        if (!segment.has(ControlBits.ACK) || acceptableAck(tcb)) {
            return false;
        }
        step.cite(Rule.SYN_SENT_BAD_ACK);
        if (!segment.has(ControlBits.RST)) {
            step.answerByReset(tcb);
        }
        return true;
    }

    private boolean synSentSecondRst(Tcb tcb) {
        if (!segment.has(ControlBits.RST)) {
            return false;
        }
        // RFC 9293 advises an exact match of SEG.SEQ and RCV.NXT even here, where no RCV.NXT exists: not followed.
        if (segment.has(ControlBits.ACK)) {
            step.cite(Rule.SYN_SENT_RST);
            step.tell(tcb, "connection reset");
            step.end(tcb, End.RST);
        } else {
            step.cite(Rule.SYN_SENT_RST_WITHOUT_ACK);
        }
        return true;
    }

    private boolean synSentFourthSyn(Tcb tcb) {
        if (!segment.has(ControlBits.SYN)) {
            return false;
        }
        int rcvNxt = step.space().plus(segment.seq(), 1);
        if (segment.has(ControlBits.ACK)) {
            step.cite(Rule.SYN_SENT_ESTABLISHED);
            step.enter(tcb, TcpState.ESTABLISHED);
            tcb.rcvNxt(rcvNxt);
            tcb.sawTimestamp(segment);
            tcb.acknowledge(segment.ack());
            step.ghosts().acknowledged(tcb, false);
            step.ghosts().established(tcb);
            step.acknowledge(tcb);
        } else {
            step.cite(Rule.SYN_SENT_CROSSED);
            step.enter(tcb, TcpState.SYN_RECEIVED);
            tcb.rcvNxt(rcvNxt);
            tcb.sawTimestamp(segment);
            step.send(tcb, SegmentKind.SYN_ACK, tcb.sndUna(), rcvNxt);
        }
        return true;
    }
}
