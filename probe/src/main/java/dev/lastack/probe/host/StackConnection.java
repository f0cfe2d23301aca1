package dev.lastack.probe.host;

import dev.lastack.conformance.stack.EndpointStack;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A connection of a stack in virtual time. */
public final class StackConnection implements HostConnection {

    private static final FourTuple TUPLE = new FourTuple(0xC0000202, 20_000, 0xC0000201, 80);

    private final StackUnderTest stack;
    private final FourTuple tuple;
    private final Supplier<OptionalLong> timer;
    private final List<Sent> sent = new ArrayList<>();
    private long now;

    /**
     * @param tuple as the peer sees it
     * @param timer when the timer of the connection fires
     */
    public StackConnection(StackUnderTest stack, FourTuple tuple, Supplier<OptionalLong> timer) {
        this.stack = stack;
        this.tuple = tuple;
        this.timer = timer;
    }

    /** A listening connection of lastack's own endpoint: what a variant says that a host does. */
    public static StackConnection listening(EndpointConfig config) {
        EndpointStack stack = EndpointStack.of(TUPLE.reversed(), config);
        StackConnection connection = new StackConnection(stack, TUPLE, stack::deadline);
        connection.listen();
        return connection;
    }

    /** The host waits for the peer to open it. */
    public void listen() {
        record(stack.listen(now));
    }

    private void record(Reaction reaction) {
        for (byte[] octets : reaction.segments()) {
            TcpHeader.parse(octets, tuple).segment().ifPresent(segment -> sent.add(new Sent(now, segment)));
        }
    }

    @Override
    public FourTuple tuple() {
        return tuple;
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
        record(stack.arrive(TcpHeader.emit(segment, tuple), now));
    }

    @Override
    public List<Sent> sent() {
        List<Sent> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    @Override
    public boolean open() {
        Reaction reaction = stack.open(now);
        record(reaction);
        return reaction.error().isEmpty();
    }

    @Override
    public void send(int octets) {
        record(stack.send(new byte[octets], now));
    }

    @Override
    public void receive() {
        record(stack.receive(Integer.MAX_VALUE, now));
    }

    @Override
    public void shutdown() {
        record(stack.shutdown(now));
    }

    @Override
    public void close() {
        record(stack.close(now));
    }

    @Override
    public void abandon() {
        // A stack in virtual time holds nothing.
    }

    @Override
    public TcpState state() {
        TcpState state = stack.state().orElse(TcpState.CLOSED);
        return state == TcpState.LISTEN ? TcpState.CLOSED : state;
    }

    @Override
    public OptionalLong deadline() {
        return timer.get();
    }
}
