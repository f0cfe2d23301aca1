package dev.lastack.model;

import dev.lastack.scenario.EndpointKnobs.RstCheck;
import dev.lastack.scenario.EndpointKnobs.RstRule;
import dev.lastack.scenario.EndpointKnobs.TimeWaitSyn;

/**
 * SEGMENT ARRIVES from SYN-RECEIVED to TIME-WAIT, RFC 9293 §3.10.7.4: the first four checks, and the order of all. A check
 * returns whether it is done with the segment.
 */
final class ArrivesSynchronised {

    private final Step step;
    private final Segment segment;
    private final Reactions reactions;
    private final TimeWait timeWait;
    private final AckField ackField;
    private final TextAndFin textAndFin;

    ArrivesSynchronised(Step step, Reactions reactions) {
        this.step = step;
        this.segment = step.segment();
        this.reactions = reactions;
        this.timeWait = reactions.timeWait();
        this.ackField = new AckField(step, reactions);
        this.textAndFin = new TextAndFin(step, reactions);
    }

    void arrives(Tcb tcb) {
        boolean timeWaitSyn = tcb.state() == TcpState.TIME_WAIT && timeWait.takesSyn(tcb, segment, reactions);
        if (timeWaitSyn || paws(tcb) || firstSequenceNumber(tcb)) {
            return;
        }
        recordTimestamp(tcb);
        // The third check, security, and the sixth, URG, are not modelled.
        if (secondRst(tcb) || fourthSyn(tcb)) {
            return;
        }
        if (!ackField.fifthAck(tcb)) {
            textAndFin.seventhText(tcb);
            textAndFin.eighthFin(tcb);
        }
        reactions.sendPendingFin(tcb);
    }

    /** RFC 7323 §5.3, R1. */
    private boolean paws(Tcb tcb) {
        if (segment.has(ControlBits.RST) || tcb.compareTimestamp(segment) >= 0) {
            return false;
        }
        step.cite(Rule.PAWS);
        step.acknowledge(tcb);
        return true;
    }

    /** RFC 7323 §4.3: only a segment that begins at or before the last ACK sent moves TS.Recent, and no RST carries one. */
    private void recordTimestamp(Tcb tcb) {
        if (tcb.timestamps() && !segment.has(ControlBits.RST) && !step.space().less(tcb.rcvNxt(), segment.seq())) {
            tcb.sawTimestamp(segment);
        }
    }

    /** First: SEG.SEQ lies in the window, RFC 9293 table 6; a segment has one octet at most. */
    private boolean firstSequenceNumber(Tcb tcb) {
        if (step.space().within(segment.seq(), tcb.rcvNxt(), tcb.rcvWnd())) {
            return false;
        }
        if (segment.has(ControlBits.RST)) {
            step.cite(Rule.OUT_OF_WINDOW_RST);
        } else {
            step.cite(Rule.OUT_OF_WINDOW);
            step.acknowledge(tcb);
            if (tcb.state() == TcpState.TIME_WAIT) {
                timeWait.outOfWindow(tcb, segment);
            }
        }
        return true;
    }

    /** Second. */
    private boolean secondRst(Tcb tcb) {
        if (!segment.has(ControlBits.RST)) {
            return false;
        }
        RstRule rule = rstRule(tcb);
        if (rule == RstRule.IGNORE) {
            step.cite(Rule.RST_IGNORED);
        } else if (rule == RstRule.EXACT && segment.seq() != tcb.rcvNxt()) {
            step.cite(Rule.RST_CHALLENGED);
            reactions.challenge(tcb);
        } else {
            reset(tcb);
        }
        return true;
    }

    private static RstRule rstRule(Tcb tcb) {
        RstRule own = switch (tcb.state()) {
            case TIME_WAIT -> tcb.knobs().timeWaitRst();
            case FIN_WAIT_2 -> tcb.knobs().finWait2Rst();
            default -> RstRule.AS_ELSEWHERE;
        };
        if (own != RstRule.AS_ELSEWHERE) {
            return own;
        }
        return tcb.knobs().rstCheck() == RstCheck.EXACT ? RstRule.EXACT : RstRule.IN_WINDOW;
    }

    private void reset(Tcb tcb) {
        switch (tcb.state()) {
            case SYN_RECEIVED -> resetSynReceived(tcb);
            case CLOSING, LAST_ACK -> resetAfterBothClosed(tcb);
            case TIME_WAIT -> {
                step.cite(Rule.RST_CLOSES);
                step.end(tcb, End.RST);
            }
            default -> {
                step.cite(Rule.RST_RESETS);
                step.tell(tcb, "connection reset");
                step.end(tcb, End.RST);
            }
        }
    }

    private void resetSynReceived(Tcb tcb) {
        if (tcb.passive()) {
            step.cite(Rule.RST_RETURNS_TO_LISTEN);
            reactions.returnToListen(tcb, End.RST);
        } else {
            step.cite(Rule.RST_REFUSES);
            step.tell(tcb, "connection refused");
            step.end(tcb, End.RST);
        }
    }

    /** The text mentions no signal here, so that the user takes the end for a normal one even if octets were lost. */
    private void resetAfterBothClosed(Tcb tcb) {
        step.cite(Rule.RST_CLOSES);
        boolean octetsUnacknowledged = tcb.outstanding() > 1;
        if (tcb.knobs().silentReset() || !octetsUnacknowledged) {
            step.ghosts().closedNormally(tcb);
        } else {
            step.tell(tcb, "connection reset");
        }
        step.end(tcb, End.RST);
    }

    /** Fourth. */
    private boolean fourthSyn(Tcb tcb) {
        if (!segment.has(ControlBits.SYN)) {
            return false;
        }
        if (tcb.state() == TcpState.SYN_RECEIVED && tcb.passive()) {
            step.cite(Rule.SYN_RETURNS_TO_LISTEN);
            reactions.returnToListen(tcb, End.SYN);
        } else if (tcb.state() == TcpState.TIME_WAIT) {
            synInTimeWait(tcb);
        } else if (tcb.knobs().rstCheck() == RstCheck.EXACT) {
            step.cite(Rule.SYN_CHALLENGED);
            reactions.challenge(tcb);
        } else {
            // RFC 793, of which in-window RSTs are a part as well.
            step.cite(Rule.SYN_RESETS);
            step.tell(tcb, "connection reset");
            step.answerByReset(tcb);
            step.end(tcb, End.SYN);
        }
        return true;
    }

    private void synInTimeWait(Tcb tcb) {
        if (tcb.knobs().timeWaitSyn() == TimeWaitSyn.RESET) {
            // As lwIP and illumos do: TIME-WAIT itself stays.
            step.cite(Rule.TIME_WAIT_RESETS_SYN);
            step.answerByReset(tcb);
        } else {
            step.cite(Rule.SYN_CHALLENGED);
            reactions.challenge(tcb);
        }
    }
}
