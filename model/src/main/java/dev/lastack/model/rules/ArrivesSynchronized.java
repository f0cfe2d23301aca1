package dev.lastack.model.rules;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs.RstCheck;
import dev.lastack.scenario.knobs.EndpointKnobs.RstRule;
import dev.lastack.scenario.knobs.EndpointKnobs.TimeWaitSyn;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;

/**
 * SEGMENT ARRIVES from SYN-RECEIVED to TIME-WAIT, RFC 9293 §3.10.7.4: the first four checks, and the order of all. A check
 * returns whether it is done with the segment.
 */
final class ArrivesSynchronized {

    private final Step step;
    private final Segment segment;
    private final Reactions reactions;
    private final TimeWait timeWait;
    private final AckField ackField;
    private final TextAndFin textAndFin;

    ArrivesSynchronized(Step step, Reactions reactions) {
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
        if (segment.has(ControlBits.RST) || tcb.compareTimestamp(segment) >= 0 || !step.follows(Rule.PAWS, tcb)) {
            return false;
        }
        step.acknowledge(Rule.PAWS, tcb);
        return true;
    }

    /** RFC 7323 §4.3: only a segment that begins at or before the last ACK sent moves TS.Recent, and no RST does. */
    private void recordTimestamp(Tcb tcb) {
        if (tcb.timestamps() && !segment.has(ControlBits.RST) && !step.space().less(tcb.rcvNxt(), segment.seq())) {
            tcb.sawTimestamp(segment);
        }
    }

    /** RFC 9293 §3.10.7.4, first check, table 6: SEG.SEQ lies in the window; a segment has one octet at most. */
    private boolean firstSequenceNumber(Tcb tcb) {
        if (step.space().within(segment.seq(), tcb.rcvNxt(), tcb.rcvWnd())) {
            return false;
        }
        if (segment.has(ControlBits.RST)) {
            return step.follows(Rule.OUT_OF_WINDOW_RST, tcb);
        }
        if (!step.follows(Rule.OUT_OF_WINDOW, tcb)) {
            return false;
        }
        step.acknowledge(Rule.OUT_OF_WINDOW, tcb);
        timeWait.outOfWindow();
        return true;
    }

    /** RFC 9293 §3.10.7.4, second check. */
    private boolean secondRst(Tcb tcb) {
        if (!segment.has(ControlBits.RST)) {
            return false;
        }
        RstRule rule = rstRule(tcb);
        // RFC 1337 §3, F1, where the state is TIME-WAIT.
        if (rule == RstRule.IGNORE && step.follows(Rule.RST_IGNORED, tcb)) {
            return true;
        }
        // RFC 5961 §3.2: only an RST at RCV.NXT is acted on.
        boolean challenged = rule == RstRule.EXACT && segment.seq() != tcb.rcvNxt();
        if (challenged && step.follows(Rule.RST_CHALLENGED, tcb)) {
            reactions.challenge(Rule.RST_CHALLENGED, tcb);
        } else {
            reset(tcb);
        }
        return true;
    }

    /** RFC 5961 §3.2, or RFC 793 §3.4, unless a knob decides for the state. */
    private static RstRule rstRule(Tcb tcb) {
        RstRule own = switch (tcb.state()) {
            case TIME_WAIT -> tcb.knobs().timeWait().rst();
            case FIN_WAIT_2 -> tcb.knobs().finWait2().rst();
            default -> RstRule.AS_ELSEWHERE;
        };
        if (own != RstRule.AS_ELSEWHERE) {
            return own;
        }
        return tcb.knobs().rst().check() == RstCheck.EXACT ? RstRule.EXACT : RstRule.IN_WINDOW;
    }

    /** RFC 9293 §3.10.7.4, second check: what an RST ends, by state. */
    private void reset(Tcb tcb) {
        switch (tcb.state()) {
            case SYN_RECEIVED -> resetSynReceived(tcb);
            case CLOSING, LAST_ACK -> resetAfterBothClosed(tcb);
            case TIME_WAIT -> {
                if (step.follows(Rule.RST_CLOSES, tcb)) {
                    step.end(tcb, EndCause.RST);
                }
            }
            default -> {
                if (step.follows(Rule.RST_RESETS, tcb)) {
                    step.tell(tcb, UserSignal.RESET);
                    step.end(tcb, EndCause.RST);
                }
            }
        }
    }

    /** RFC 9293 §3.10.7.4, second check, SYN-RECEIVED. */
    private void resetSynReceived(Tcb tcb) {
        if (tcb.passive()) {
            if (step.follows(Rule.RST_RETURNS_TO_LISTEN, tcb)) {
                reactions.returnToListen(tcb, EndCause.RST);
            }
        } else if (step.follows(Rule.RST_REFUSES, tcb)) {
            step.tell(tcb, UserSignal.REFUSED);
            step.end(tcb, EndCause.RST);
        }
    }

    /**
     * RFC 9293 §3.10.7.4, second check, CLOSING and LAST-ACK. The text mentions no signal here, so that the user takes the
     * end for a normal one even if octets were lost.
     */
    private void resetAfterBothClosed(Tcb tcb) {
        if (!step.follows(Rule.RST_CLOSES, tcb)) {
            return;
        }
        // What else may be outstanding is the FIN, unless it still waits for the window, and the SYN.
        int others = (tcb.finSent() ? 1 : 0) + (tcb.synUnacknowledged() ? 1 : 0);
        boolean octetsUnacknowledged = tcb.outstanding() > others;
        if (tcb.knobs().rst().silent() || !octetsUnacknowledged) {
            step.ghosts().closedNormally(tcb);
        } else {
            step.tell(tcb, UserSignal.RESET);
        }
        step.end(tcb, EndCause.RST);
    }

    /** RFC 9293 §3.10.7.4, fourth check. */
    private boolean fourthSyn(Tcb tcb) {
        if (!segment.has(ControlBits.SYN)) {
            return false;
        }
        // Of SYN-RECEIVED: a passive opening returns to LISTEN.
        boolean fromListen = tcb.state() == TcpState.SYN_RECEIVED && tcb.passive();
        if (fromListen && step.follows(Rule.SYN_RETURNS_TO_LISTEN, tcb)) {
            reactions.returnToListen(tcb, EndCause.SYN);
            return true;
        }
        if (tcb.state() == TcpState.TIME_WAIT) {
            return synInTimeWait(tcb);
        }
        // Only RFC 793 resets the connection; its rule for RSTs comes with it.
        return (tcb.knobs().rst().check() == RstCheck.EXACT && synChallenged(tcb)) || synResets(tcb);
    }

    /** RFC 5961 §4.2, or an RST as in RFC 793 §3.9, fourth check. */
    private boolean synInTimeWait(Tcb tcb) {
        boolean resets = tcb.knobs().timeWait().syn() == TimeWaitSyn.RESET;
        if (resets && step.follows(Rule.TIME_WAIT_RESETS_SYN, tcb)) {
            // As lwIP and illumos do: TIME-WAIT itself stays.
            step.answerByReset(Rule.TIME_WAIT_RESETS_SYN, tcb);
            return true;
        }
        return synChallenged(tcb);
    }

    /** RFC 5961 §4.2: a SYN in the window is answered by a challenge ACK. */
    private boolean synChallenged(Tcb tcb) {
        if (!step.follows(Rule.SYN_CHALLENGED, tcb)) {
            return false;
        }
        reactions.challenge(Rule.SYN_CHALLENGED, tcb);
        return true;
    }

    /** RFC 793 §3.9, fourth check: a SYN in the window resets the connection. */
    private boolean synResets(Tcb tcb) {
        if (!step.follows(Rule.SYN_RESETS, tcb)) {
            return false;
        }
        step.tell(tcb, UserSignal.RESET);
        step.answerByReset(Rule.SYN_RESETS, tcb);
        step.end(tcb, EndCause.SYN);
        return true;
    }
}
