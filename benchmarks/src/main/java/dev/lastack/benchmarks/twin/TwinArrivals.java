package dev.lastack.benchmarks.twin;

import static dev.lastack.benchmarks.twin.TwinSegmentFormat.ACK;
import static dev.lastack.benchmarks.twin.TwinSegmentFormat.FIN;
import static dev.lastack.benchmarks.twin.TwinSegmentFormat.SYN;

/** The arrival of a segment, with the reply it provokes. Confined to one thread; holds the last outcome. */
final class TwinArrivals {

    private final TwinLayout layout;
    private final EndpointFormat endpoint;
    private final TwinSegmentFormat segment;
    private final NetworkFormat network;
    private final int data;
    private final int timeWait;

    private long endpoints;
    private long inFlight;
    private long observations;

    TwinArrivals(TwinConstants constants, TwinLayout layout) {
        this.layout = layout;
        this.endpoint = layout.endpoint();
        this.segment = layout.segment();
        this.network = layout.network();
        this.data = constants.data();
        this.timeWait = TwinState.TIME_WAIT + constants.timeWait() - 1;
    }

    long endpoints() {
        return endpoints;
    }

    /** The segments in flight afterwards. */
    long inFlight() {
        return inFlight;
    }

    long observations() {
        return observations;
    }

    /** Delivers {@code arriving}, which {@code rest} no longer holds. */
    void arrive(long before, long rest, int arriving) {
        endpoints = before;
        inFlight = rest;
        observations = 0;
        int e = 1 - segment.sender(arriving);
        int tcb = endpoint.get(before, e);
        switch (endpoint.state(tcb)) {
            case TwinState.CLOSED -> openPassively(e, tcb, arriving);
            case TwinState.SYN_SENT -> completeOpen(e, tcb, arriving);
            default -> arriveSynchronized(e, tcb, arriving);
        }
    }

    /** Endpoint 1 always listens; a SYN gives its TCB the sender's incarnation. */
    private void openPassively(int e, int tcb, int arriving) {
        if (e != 1 || segment.type(arriving) != SYN) {
            return;
        }
        int incarnation = segment.incarnation(arriving);
        int rcvNxt = layout.next(segment.seq(arriving));
        int opened = endpoint.withIncarnation(endpoint.withState(tcb, TwinState.ESTABLISHED), incarnation);
        opened = endpoint.withBudget(endpoint.withRcvNxt(opened, rcvNxt), data);
        reply(e, SYN, opened);
        endpoints = endpoint.with(endpoints, e, endpoint.withSndNxt(opened, layout.next(endpoint.sndNxt(opened))));
    }

    private void completeOpen(int e, int tcb, int arriving) {
        if (segment.type(arriving) != SYN || segment.ack(arriving) != endpoint.sndNxt(tcb)) {
            return;
        }
        int rcvNxt = layout.next(segment.seq(arriving));
        int opened = endpoint.withRcvNxt(endpoint.withState(tcb, TwinState.ESTABLISHED), rcvNxt);
        reply(e, ACK, opened);
        endpoints = endpoint.with(endpoints, e, opened);
    }

    /** First what the segment acknowledges, then what it carries, then the answer. */
    private void arriveSynchronized(int e, int tcb, int arriving) {
        int type = segment.type(arriving);
        int before = endpoint.state(tcb);
        int state = before;
        int next = tcb;
        if (type != SYN && segment.ack(arriving) == endpoint.sndNxt(tcb)) {
            state = TwinState.acknowledged(state, timeWait);
        }
        if (type >= FIN && segment.seq(arriving) == endpoint.rcvNxt(tcb) && TwinState.mayReceive(state)) {
            accept(tcb, arriving);
            next = endpoint.withRcvNxt(next, layout.next(endpoint.rcvNxt(tcb)));
            state = type == FIN ? TwinState.finReceived(state, timeWait) : state;
        }
        if (type == FIN && before >= TwinState.TIME_WAIT) {
            state = timeWait;
        }
        next = state == TwinState.CLOSED ? endpoint.closed(next) : endpoint.withState(next, state);
        if (type != ACK && state != TwinState.CLOSED) {
            reply(e, ACK, next);
        }
        endpoints = endpoint.with(endpoints, e, next);
    }

    private void accept(int tcb, int arriving) {
        observations = TcpTwin.ACCEPTED;
        if (segment.incarnation(arriving) != endpoint.incarnation(tcb)) {
            observations |= TcpTwin.ACCEPTED_OLD;
            endpoints = endpoint.withBad(endpoints);
        }
    }

    private void reply(int e, int type, int tcb) {
        int fresh = segment.fresh(e, type, endpoint.incarnation(tcb));
        inFlight = network.with(inFlight, segment.numbered(fresh, endpoint.sndNxt(tcb), endpoint.rcvNxt(tcb)));
    }
}
