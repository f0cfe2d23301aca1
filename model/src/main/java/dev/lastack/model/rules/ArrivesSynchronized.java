package dev.lastack.model.rules;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs.ClosingFin;
import dev.lastack.scenario.knobs.EndpointKnobs.RstCheck;
import dev.lastack.scenario.knobs.EndpointKnobs.RstRule;
import dev.lastack.scenario.knobs.EndpointKnobs.SynCheck;
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
        if (beforeAllChecks(tcb) || paws(tcb) || firstSequenceNumber(tcb)) {
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

    /** What some stacks look for before RFC 9293 §3.10.7.4 begins. */
    private boolean beforeAllChecks(Tcb tcb) {
        if (tcb.state() == TcpState.TIME_WAIT) {
            return timeWait.takesSyn(tcb, segment, reactions) || timeWait.ignoresFin(tcb, segment);
        }
        return segment.kind() == SegmentKind.SYN
                && tcb.synchronised()
                && tcb.knobs().rst().syn() == SynCheck.DROP
                && step.follows(Rule.SYN_DROPPED, tcb);
    }

    /** RFC 7323 §5.3, R1. */
    private boolean paws(Tcb tcb) {
        if (segment.has(ControlBits.RST) || tcb.compareTimestamp(segment) >= 0 || !step.follows(Rule.PAWS, tcb)) {
            return false;
        }
        acknowledgeAgain(Rule.PAWS, tcb);
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
            boolean anywhere = rstRule(tcb) == RstRule.ANY && step.follows(Rule.RST_ANYWHERE, tcb);
            return !anywhere && step.follows(Rule.OUT_OF_WINDOW_RST, tcb);
        }
        if (!step.follows(Rule.OUT_OF_WINDOW, tcb)) {
            return false;
        }
        acknowledgeAgain(Rule.OUT_OF_WINDOW, tcb);
        timeWait.outOfWindow();
        return true;
    }

    /**
     * Acknowledges, as {@code rule} says, what was received before. FreeBSD's tcp_output lets SND.NXT go back over the FIN
     * whenever it has to acknowledge in CLOSING, so that the FIN carries the ACK.
     */
    private void acknowledgeAgain(Rule rule, Tcb tcb) {
        boolean finAgain = tcb.state() == TcpState.CLOSING
                && segment.has(ControlBits.FIN)
                && tcb.knobs().closing().fin() == ClosingFin.SEND_OWN_AGAIN
                && tcb.finSent()
                && step.follows(Rule.CLOSING_SENDS_FIN, tcb);
        if (finAgain) {
            step.answer(
                    Rule.CLOSING_SENDS_FIN, tcb, SegmentKind.FIN, step.space().plus(tcb.sndNxt(), -1));
        } else {
            step.acknowledge(rule, tcb);
        }
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
        return switch (tcb.knobs().rst().check()) {
            case ANY -> RstRule.ANY;
            case IN_WINDOW -> RstRule.IN_WINDOW;
            case EXACT -> RstRule.EXACT;
        };
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
        if (tcb.knobs().rst().silent() || !tcb.octetsUnacknowledged()) {
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
        return switch (tcb.knobs().rst().syn()) {
            // Only RFC 793 resets the connection; its rule for RSTs comes with it.
            case AS_RST_CHECK -> (tcb.knobs().rst().check() == RstCheck.EXACT && synChallenged(tcb)) || synResets(tcb);
            case CHALLENGE, DROP -> synChallenged(tcb) || synResets(tcb);
            case RESET -> synResets(tcb);
            case RESET_BY_OWN_NUMBERS -> synResetsByOwnNumbers(tcb) || synResets(tcb);
        };
    }

    /** FreeBSD's tcp_input with insecure_syn: tcp_drop resets the peer by the numbers of the connection. */
    private boolean synResetsByOwnNumbers(Tcb tcb) {
        if (!step.follows(Rule.SYN_RESETS_BY_OWN_NUMBERS, tcb)) {
            return false;
        }
        step.tell(tcb, UserSignal.RESET);
        step.answerByOwnReset(Rule.SYN_RESETS_BY_OWN_NUMBERS, tcb);
        step.end(tcb, EndCause.SYN);
        return true;
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
