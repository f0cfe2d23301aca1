package dev.lastack.probe.host;

import dev.lastack.conformance.stack.EndpointStack;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A listening connection of lastack's own endpoint, in virtual time: what a variant says that a host does. */
public final class EndpointHost implements HostConnection {

    private static final FourTuple TUPLE = new FourTuple(0xC0000202, 20_000, 0xC0000201, 80);

    private final EndpointStack stack;
    private final List<Sent> sent = new ArrayList<>();
    private long now;

    public EndpointHost(EndpointConfig config) {
        stack = EndpointStack.of(TUPLE.reversed(), config);
        record(stack.listen(now));
    }

    private void record(Reaction reaction) {
        for (byte[] octets : reaction.segments()) {
            TcpHeader.parse(octets, TUPLE).segment().ifPresent(segment -> sent.add(new Sent(now, segment)));
        }
    }

    @Override
    public FourTuple tuple() {
        return TUPLE;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public void elapse(long micros) {
        long end = now + micros;
        while (stack.deadline().orElse(Long.MAX_VALUE) <= end) {
            now = Math.max(now, stack.deadline().getAsLong());
            record(stack.advance(now));
        }
        now = end;
        record(stack.advance(now));
    }

    @Override
    public void deliver(Segment segment) {
        record(stack.arrive(TcpHeader.emit(segment, TUPLE), now));
    }

    @Override
    public List<Sent> sent() {
        List<Sent> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    @Override
    public void close() {
        record(stack.close(now));
    }

    @Override
    public TcpState state() {
        TcpState state = stack.state().orElse(TcpState.CLOSED);
        return state == TcpState.LISTEN ? TcpState.CLOSED : state;
    }

    @Override
    public OptionalLong deadline() {
        return stack.deadline();
    }
}
