package dev.lastack.benchmarks.twin;

import static dev.lastack.benchmarks.twin.TwinSegmentFormat.DATA;
import static dev.lastack.benchmarks.twin.TwinSegmentFormat.FIN;
import static dev.lastack.benchmarks.twin.TwinSegmentFormat.SYN;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;

/** The steps of the twin, on packed words: user calls and retransmissions, the tick, losses and arrivals. */
final class TwinExpander implements Expander {

    private final TwinConstants constants;
    private final TwinLayout layout;
    private final EndpointFormat endpoint;
    private final TwinSegmentFormat segment;
    private final NetworkFormat network;
    private final TwinArrivals arrival;
    private final long[] target;

    /** The state whose steps are being generated. */
    private long endpoints;

    private long inFlight;

    TwinExpander(TwinConstants constants, TwinLayout layout) {
        this.constants = constants;
        this.layout = layout;
        this.endpoint = layout.endpoint();
        this.segment = layout.segment();
        this.network = layout.network();
        this.arrival = new TwinArrivals(constants, layout);
        this.target = new long[layout.words()];
    }

    @Override
    public void initial(StepSink sink) {
        int established = endpoint.withState(endpoint.withBudget(0, constants.data()), TwinState.ESTABLISHED);
        emit(0, endpoint.with(endpoint.with(0, 0, established), 1, established), 0, sink);
    }

    @Override
    public void successors(long[] states, int offset, StepSink sink) {
        endpoints = layout.endpoints(states, offset);
        inFlight = layout.inFlight(states, offset);
        if (network.hasRoom(inFlight)) {
            sendData(0, sink);
            sendData(1, sink);
            close(0, sink);
            close(1, sink);
            retransmit(0, sink);
            retransmit(1, sink);
            open(sink);
        }
        tick(sink);
        for (int slot = 0, arriving; (arriving = network.slot(inFlight, slot)) != 0; slot++) {
            long rest = network.without(inFlight, slot);
            emit(layout.lose(slot), endpoints, rest, sink);
            arrival.arrive(endpoints, rest, arriving);
            layout.pack(arrival.endpoints(), arrival.inFlight(), target);
            sink.step(layout.receive(slot), arrival.observations(), target, 0);
        }
    }

    private void sendData(int e, StepSink sink) {
        int tcb = endpoint.get(endpoints, e);
        int state = endpoint.state(tcb);
        if (TwinState.maySend(state) && endpoint.budget(tcb) > 0) {
            int sent =
                    endpoint.withBudget(endpoint.withState(tcb, TwinState.octetSent(state)), endpoint.budget(tcb) - 1);
            emit(TwinLayout.SEND_DATA + e, sentNext(e, sent), withSegment(e, DATA, endpoint.sndNxt(tcb)), sink);
        }
    }

    private void close(int e, StepSink sink) {
        int tcb = endpoint.get(endpoints, e);
        int state = endpoint.state(tcb);
        if (TwinState.maySend(state)) {
            int sent = endpoint.withState(tcb, TwinState.finSent(state));
            emit(TwinLayout.CLOSE + e, sentNext(e, sent), withSegment(e, FIN, endpoint.sndNxt(tcb)), sink);
        }
    }

    private void retransmit(int e, StepSink sink) {
        int tcb = endpoint.get(endpoints, e);
        int type = TwinState.unacknowledged(endpoint.state(tcb));
        if (type >= 0) {
            int oldest = layout.previous(endpoint.sndNxt(tcb));
            emit(TwinLayout.RETRANSMIT + e, endpoints, withSegment(e, type, oldest), sink);
        }
    }

    private void open(StepSink sink) {
        int tcb = endpoint.get(endpoints, 0);
        if (endpoint.state(tcb) != TwinState.CLOSED || endpoint.incarnation(tcb) != 0) {
            return;
        }
        int opening = endpoint.withBudget(
                endpoint.withIncarnation(endpoint.withState(tcb, TwinState.SYN_SENT), 1), constants.data());
        for (int iss = 0; iss < constants.modulus(); iss++) {
            int opened = endpoint.withSndNxt(opening, layout.next(iss));
            int syn = segment.numbered(segment.fresh(0, SYN, 1), iss, 0);
            emit(TwinLayout.OPEN + iss, endpoint.with(endpoints, 0, opened), network.with(inFlight, syn), sink);
        }
    }

    private void tick(StepSink sink) {
        int first = endpoint.get(endpoints, 0);
        int second = endpoint.get(endpoints, 1);
        boolean timers = endpoint.state(first) >= TwinState.TIME_WAIT || endpoint.state(second) >= TwinState.TIME_WAIT;
        if (inFlight != 0 || timers) {
            long older = timers
                    ? endpoint.with(endpoint.with(endpoints, 0, endpoint.older(first)), 1, endpoint.older(second))
                    : endpoints;
            emit(TwinLayout.TICK, older, network.older(inFlight), sink);
        }
    }

    private long sentNext(int e, int tcb) {
        return endpoint.with(endpoints, e, endpoint.withSndNxt(tcb, layout.next(endpoint.sndNxt(tcb))));
    }

    /** The network with a fresh segment of endpoint {@code e}; SYN is the one type without an ACK number. */
    private long withSegment(int e, int type, int seq) {
        int tcb = endpoint.get(endpoints, e);
        int fresh = segment.fresh(e, type, endpoint.incarnation(tcb));
        return network.with(inFlight, segment.numbered(fresh, seq, type == SYN ? 0 : endpoint.rcvNxt(tcb)));
    }

    private void emit(int action, long newEndpoints, long newInFlight, StepSink sink) {
        layout.pack(newEndpoints, newInFlight, target);
        sink.step(action, 0, target, 0);
    }
}
