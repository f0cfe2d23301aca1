package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.event.AbstractSegment;
import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Effect;
import dev.lastack.conformance.monitor.Look;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.conformance.stack.Variables;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.model.view.StepView.Telling;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.EndpointKnobs.Open;
import dev.lastack.scenario.knobs.EndpointKnobs.Reads;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One executable end: its stack, what it has sent and which incarnation it is in. */
final class ExecutableEnd {

    /** A segment that was sent, as the model sees it and as it stands on the wire. */
    @SuppressWarnings("ArrayRecordComponent")
    record Emitted(AbstractSegment segment, byte[] octets) {}

    private static final byte[] NO_OCTETS = {};

    private final Host host;
    private final FourTuple tuple;
    private final EndpointConfig config;
    private final Abstraction abstraction;
    private final ImposedChoices choices;
    private final List<Emitted> sent = new ArrayList<>();
    private final Map<AbstractSegment, Integer> places = new HashMap<>();
    private final StackUnderTest stack;
    private int incarnation = 1;
    private byte[] delivered = NO_OCTETS;
    /** The number on the wire that the model calls 0, the own and the peer's. */
    private long base;

    private long peerBase;
    private long quietUntil = Long.MIN_VALUE;

    ExecutableEnd(Host host, FourTuple tuple, EndpointConfig config, StackFactory factory, Abstraction abstraction) {
        this.host = host;
        this.tuple = tuple;
        this.config = config;
        this.abstraction = abstraction;
        this.choices = new ImposedChoices(config.knobs(), config.tick());
        this.stack = factory.create(tuple, config, choices, choices);
    }

    Host host() {
        return host;
    }

    ImposedChoices choices() {
        return choices;
    }

    Reaction open(long now) {
        return stack.open(now);
    }

    Reaction listen(long now) {
        return stack.listen(now);
    }

    /** A listener listens again as soon as its connection is gone. */
    void listenIfItDoes(long now) {
        boolean gone = stack.state().map(state -> state == TcpState.CLOSED).orElse(true);
        if (gone && config.knobs().user().open() != Open.ACTIVE && now >= quietUntil) {
            stack.listen(now);
        }
    }

    /** An octet that says which incarnation it belongs to. */
    Reaction send(long now) {
        return stack.send(new byte[] {(byte) incarnation}, now);
    }

    /** The CLOSE of the model: where users may close both directions, it closes the own one only. */
    Reaction close(long now) {
        return config.knobs().user().closesFully() ? stack.shutdown(now) : stack.close(now);
    }

    Reaction closeFully(long now) {
        return stack.close(now);
    }

    /** The user reads all that waits. */
    Reaction receive(long now) {
        return stack.receive(Integer.MAX_VALUE, now);
    }

    Reaction abort(long now) {
        return stack.abort(now);
    }

    Reaction arrive(byte[] segment, long now) {
        int unread = stack.readable();
        Reaction reaction = stack.arrive(segment, now);
        if (config.knobs().user().reads() == Reads.EAGER) {
            delivered = stack.receive(Integer.MAX_VALUE, now).received();
        } else {
            byte[] waiting = stack.unread().orElse(NO_OCTETS);
            delivered = Arrays.copyOfRange(waiting, Math.min(unread, waiting.length), waiting.length);
        }
        return reaction;
    }

    Reaction advance(long now) {
        return stack.advance(now);
    }

    Reaction crash(long now) {
        choices.crashed(now);
        quietUntil = now + config.knobs().crash().quietTime() * config.tick();
        return stack.crash(now);
    }

    /** A segment of the opening arrives from {@code peer}: its SYN says from where on the peer's numbers count. */
    void hear(byte[] octets, ExecutableEnd peer) {
        Segment segment = TcpHeader.parse(octets, tuple).segment().orElseThrow();
        if (segment.syn()) {
            peerBase = segment.seq() + 1;
            peer.base = peerBase;
        }
    }

    /** An active OPEN began incarnation {@code next}, or a passive one that of the SYN. */
    void begin(int next) {
        incarnation = next;
    }

    /**
     * What {@code reaction} sent, in the model's terms. An RST in reply to a segment bears that segment's incarnation,
     * everything else the own.
     */
    List<Effect.Sent> sent(Reaction reaction, Optional<AbstractSegment> provoking) {
        List<Effect.Sent> segments = new ArrayList<>();
        for (byte[] octets : reaction.segments()) {
            Segment segment =
                    TcpHeader.parse(octets, tuple.reversed()).segment().orElseThrow();
            boolean reply = segment.rst() && provoking.isPresent();
            AbstractSegment seen =
                    abstraction.segment(segment, reply ? provoking.get().incarnation() : incarnation, base, peerBase);
            places.put(seen, sent.size());
            sent.add(new Emitted(seen, octets));
            segments.add(new Effect.Sent(host, seen));
        }
        return segments;
    }

    List<Telling> signals(Reaction reaction) {
        return reaction.signals().stream()
                .map(signal -> new Telling(host, signal))
                .toList();
    }

    /** What the user received, or could read from then on, when a segment last arrived. */
    byte[] delivered() {
        return delivered;
    }

    /** What this end would send as {@code segment}, made by someone else. */
    byte[] forge(AbstractSegment segment) {
        return TcpHeader.emit(
                new Segment(
                        segment.seq(),
                        segment.ack(),
                        segment.control(),
                        config.buffers().receive(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        new byte[segment.length()]),
                tuple);
    }

    /** The place of {@code segment} among all that this end has sent; empty if it never sent such a one. */
    OptionalInt place(AbstractSegment segment) {
        Integer place = places.get(segment);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** What this end has sent at {@code place}. */
    Emitted emitted(int place) {
        return sent.get(place);
    }

    /** A passive connection takes the incarnation of the SYN that {@code reaction} answers with SYN,ACK. */
    void adopt(AbstractSegment arrived, Reaction reaction, Optional<TcpState> before) {
        boolean opened = before.map(state -> state == TcpState.LISTEN || state == TcpState.TIME_WAIT)
                        .orElse(false)
                && stack.state().map(state -> state == TcpState.SYN_RECEIVED).orElse(false);
        if (opened && arrived.has(ControlBits.SYN) && !reaction.segments().isEmpty()) {
            incarnation = arrived.incarnation();
        }
    }

    /** Of a stack that hides its state: if it has done as the model, its connection is of the model's incarnation. */
    void supposeAs(TcbView view) {
        if (stack.state().isEmpty() && view.incarnation() > 0) {
            incarnation = view.incarnation();
        }
    }

    Optional<TcpState> state() {
        return stack.state();
    }

    Optional<Variables> variables() {
        return stack.variables().map(shown -> abstraction.relative(shown, base, peerBase));
    }

    OptionalLong deadline() {
        return stack.deadline();
    }

    Look look(long now) {
        OptionalLong due = stack.deadline();
        OptionalLong timer = due.isPresent() ? OptionalLong.of(due.getAsLong() - now) : due;
        return new Look(stack.state(), variables(), incarnation, timer, stack.readable());
    }
}
