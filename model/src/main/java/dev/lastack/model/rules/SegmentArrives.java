package dev.lastack.model.rules;

import dev.lastack.model.state.Segment;
import dev.lastack.model.state.Tcb;
import dev.lastack.tcp.TcpState;

/** SEGMENT ARRIVES, RFC 9293 §3.10.7: which part of it applies. */
public final class SegmentArrives {

    private final Step step;
    private final Segment segment;
    private final ArrivesUnsynchronized unsynchronised;
    private final ArrivesSynchronized synchronised;
    private final TimeWait timeWait;

    public SegmentArrives(Step step, Reactions reactions) {
        this.step = step;
        this.segment = step.segment();
        this.unsynchronised = new ArrivesUnsynchronized(step, reactions);
        this.synchronised = new ArrivesSynchronized(step, reactions);
        this.timeWait = reactions.timeWait();
    }

    /** {@code packed} arrives at {@code tcb}; {@code choice} picks the ISS should one be needed. */
    public void arrives(Tcb tcb, long packed, int choice) {
        step.observe(Observation.ARRIVAL);
        segment.unpack(packed);
        int emissions = step.emissions();
        if (tcb.alive()) {
            step.ghosts().arrives(tcb, segment);
            tcb.heard();
        }
        timeWait.arrives();
        TcpState before = tcb.state();
        switch (before) {
            case CLOSED -> unsynchronised.closed(tcb);
            case LISTEN -> unsynchronised.listen(tcb, choice);
            case SYN_SENT -> unsynchronised.synSent(tcb);
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT ->
                synchronised.arrives(tcb);
        }
        boolean answered = step.emissions() > emissions;
        if (answered) {
            step.observe(Observation.ARRIVAL_ANSWERED);
        }
        if (before == TcpState.TIME_WAIT && tcb.state() == TcpState.TIME_WAIT) {
            timeWait.arrived(tcb, segment, answered);
        }
    }
}
