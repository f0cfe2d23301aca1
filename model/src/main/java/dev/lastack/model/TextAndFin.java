package dev.lastack.model;

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

    /** Seventh. */
    void seventhText(Tcb tcb) {
        if (segment.kind().textLength() == 0) {
            return;
        }
        if (!TcpStates.takesText(tcb.state())) {
            step.cite(Rule.TEXT_IGNORED);
        } else if (segment.seq() == tcb.rcvNxt()) {
            step.cite(Rule.TEXT_TAKEN);
            text(tcb, segment.incarnation());
            if (!takeWhatIsNext(tcb)) {
                reactions.acknowledge(tcb);
            }
        } else {
            beyondRcvNxt(tcb);
        }
    }

    /** Eighth. */
    void eighthFin(Tcb tcb) {
        if (!segment.has(ControlBits.FIN)) {
            return;
        }
        if (!TcpStates.takesText(tcb.state())) {
            finAgain(tcb);
        } else if (segment.seq() == tcb.rcvNxt()) {
            fin(tcb, segment.incarnation());
        } else {
            beyondRcvNxt(tcb);
        }
    }

    /** A peer sends one FIN; whatever claims to be another one is acknowledged and changes nothing. */
    private void finAgain(Tcb tcb) {
        if (tcb.alive()) {
            step.cite(Rule.FIN_AGAIN);
            reactions.acknowledge(tcb);
        }
        if (tcb.state() == TcpState.TIME_WAIT) {
            timeWait.finInWindow(tcb);
        }
    }

    private void beyondRcvNxt(Tcb tcb) {
        if (tcb.knobs().reassembly()) {
            step.cite(Rule.LATER_HELD);
            reassembly.hold(tcb, segment);
        } else {
            step.cite(Rule.LATER_DROPPED);
        }
        reactions.acknowledge(tcb);
    }

    /** Takes what was held back until now and returns whether that ended with a FIN, which is then acknowledged. */
    private boolean takeWhatIsNext(Tcb tcb) {
        int next = reassembly.next(tcb);
        while (!Reassembly.isNothing(next)) {
            if (Reassembly.isFin(next)) {
                fin(tcb, Reassembly.incarnation(next));
                return true;
            }
            text(tcb, Reassembly.incarnation(next));
            next = reassembly.next(tcb);
        }
        return false;
    }

    private void text(Tcb tcb, int incarnation) {
        tcb.rcvNxt(step.space().plus(tcb.rcvNxt(), 1));
        step.ghosts().textTaken(tcb, incarnation);
    }

    private void fin(Tcb tcb, int incarnation) {
        step.cite(Rule.FIN_TAKEN);
        step.tell(tcb, "connection closing");
        step.ghosts().finTaken(tcb, incarnation);
        tcb.rcvNxt(step.space().plus(tcb.rcvNxt(), 1));
        reactions.acknowledge(tcb);
        switch (tcb.state()) {
            case ESTABLISHED -> step.enter(tcb, TcpState.CLOSE_WAIT);
            // Had the FIN been acknowledged, the fifth check would have led to FIN-WAIT-2.
            case FIN_WAIT_1 -> step.enter(tcb, TcpState.CLOSING);
            case FIN_WAIT_2 -> timeWait.enter(tcb);
            default -> throw new AssertionError("no FIN is taken in " + tcb.state());
        }
    }
}
