package dev.lastack.capture.conformance;

import dev.lastack.endpoint.Decisions;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.TcpEndpoint;
import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.TimeWaitRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;

/**
 * One possible history of an end: an executable endpoint that has been led through it, the segments it sent that were not
 * recorded so far, and the peer's segments that did not arrive so far. An endpoint cannot be copied, so that a copy goes through
 * the history again.
 */
final class Candidate {

    /** Where all endpoints are: their addresses do not matter. */
    static final FourTuple TUPLE = new FourTuple(0xC0000201, 40_000, 0xC6336402, 80);

    /** The first instant of an endpoint, so that a clock can stand a little before it. */
    private static final long ORIGIN = 10_000_000L;

    /** Segments that arrived last and of which a copy may come. */
    private static final int COPIED = 3;

    /** An event at an endpoint, at a time of that endpoint's clock. */
    interface Event {
        Reaction at(TcpEndpoint endpoint, long now);
    }

    private record Happened(long now, Event event) {}

    /** A segment that the endpoint sent at an instant of the capture. */
    record Emitted(Segment segment, long micros) {}

    private final Guide guide;
    private final EndpointConfig config;
    private final TcpEndpoint endpoint;
    private long now = ORIGIN;
    private final List<Happened> history = new ArrayList<>();
    private final List<Emitted> unrecorded = new ArrayList<>();
    private final List<Recorded> underWay = new ArrayList<>();
    private final List<Recorded> arrived = new ArrayList<>();

    Candidate(Guide guide, EndpointConfig config) {
        this.guide = guide;
        this.config = config;
        TcpRules rules = new TcpRules(config) {
            @Override
            public long initialSequenceNumber(long chosen) {
                return guide.iss(now - ORIGIN);
            }
        };
        this.endpoint = new TcpEndpoint(
                TUPLE,
                config,
                // A recorded retransmission is taken as it comes; the endpoint's own wait as long as they may.
                new Decisions(rules, new TimeWaitRules(config), (at, last) -> 0, (waited, longest) -> longest));
    }

    Candidate copy() {
        Candidate copy = new Candidate(guide, config);
        for (Happened one : history) {
            copy.now = one.now();
            one.event().at(copy.endpoint, one.now());
        }
        copy.history.addAll(history);
        copy.unrecorded.addAll(unrecorded);
        copy.underWay.addAll(underWay);
        copy.arrived.addAll(arrived);
        return copy;
    }

    /** Lets {@code event} happen at an instant of the capture. */
    Candidate happen(long micros, Event event) {
        now = micros + ORIGIN;
        history.add(new Happened(now, event));
        Reaction reaction = event.at(endpoint, now);
        for (byte[] octets : reaction.segments()) {
            TcpHeader.parse(octets, TUPLE.reversed())
                    .segment()
                    .ifPresent(segment -> unrecorded.add(new Emitted(segment, micros)));
        }
        return this;
    }

    void send(Recorded segment) {
        underWay.add(segment);
    }

    /** A segment of the peer arrives; the network may have another copy. */
    Candidate arrive(Recorded segment, long micros) {
        byte[] octets = segment.octets(TUPLE);
        if (underWay.remove(segment)) {
            arrived.add(segment);
            if (arrived.size() > COPIED) {
                arrived.remove(0);
            }
        }
        return happen(micros, (end, now) -> end.arrive(octets, now));
    }

    /** When the next timer fires, an instant of the capture; {@link Long#MAX_VALUE} if none runs. */
    long deadline() {
        return endpoint.deadline().isPresent() ? endpoint.deadline().getAsLong() - ORIGIN : Long.MAX_VALUE;
    }

    TcpState state() {
        return endpoint.state();
    }

    Tcb tcb() {
        return endpoint.tcb();
    }

    EndpointConfig config() {
        return config;
    }

    List<Emitted> unrecorded() {
        return unrecorded;
    }

    /** The last segments that arrived. */
    List<Recorded> arrived() {
        return arrived;
    }

    List<Recorded> underWay() {
        return underWay;
    }

    /** What decides about the future; candidates that agree in it need not both be followed. */
    String signature() {
        Tcb tcb = endpoint.tcb();
        StringBuilder text = new StringBuilder();
        text.append(tcb.state)
                .append(' ')
                .append(tcb.passive)
                .append(tcb.orphan)
                .append(tcb.closeCalled);
        for (long number : new long[] {
            tcb.iss, tcb.sndUna, tcb.sndNxt, tcb.sndWnd, tcb.rcvNxt, tcb.finSeq, tcb.tsRecent, deadline()
        }) {
            text.append(' ').append(number);
        }
        for (Emitted one : unrecorded) {
            Segment segment = one.segment();
            text.append('|')
                    .append(segment.control())
                    .append(' ')
                    .append(segment.seq())
                    .append(' ')
                    .append(segment.ack());
        }
        underWay.forEach(one -> text.append('/').append(one.packet()));
        return text.toString();
    }
}
