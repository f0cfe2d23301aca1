package dev.lastack.conformance.stack;

import dev.lastack.endpoint.Decisions;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.TcpEndpoint;
import dev.lastack.endpoint.UserOption;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.HashedClockIsn;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.TimerChoice;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.tcp.TcpState;
import java.util.Optional;
import java.util.OptionalLong;

/** lastack's own endpoint as a {@link StackUnderTest}. */
public final class EndpointStack implements StackUnderTest {

    private final TcpEndpoint endpoint;

    public EndpointStack(TcpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** An endpoint with hashed initial sequence numbers whose secret is fixed, so that runs repeat. */
    public static EndpointStack of(FourTuple tuple, EndpointConfig config) {
        return new EndpointStack(new TcpEndpoint(
                tuple, config, Decisions.of(config, new HashedClockIsn(tuple, 1, 2), TimerChoice.PROMPT)));
    }

    @Override
    public Reaction open(long now) {
        return endpoint.open(now);
    }

    @Override
    public Reaction listen(long now) {
        return endpoint.listen(now);
    }

    @Override
    public Reaction send(byte[] octets, long now) {
        return endpoint.send(octets, now);
    }

    @Override
    public Reaction receive(int limit, long now) {
        return endpoint.receive(limit, now);
    }

    @Override
    public Reaction close(long now) {
        return endpoint.close(now);
    }

    @Override
    public Reaction shutdown(long now) {
        return endpoint.shutdown(now);
    }

    @Override
    public Reaction abort(long now) {
        return endpoint.abort(now);
    }

    @Override
    public Reaction arrive(byte[] segment, long now) {
        return endpoint.arrive(segment, now);
    }

    @Override
    public Reaction advance(long now) {
        return endpoint.advance(now);
    }

    @Override
    public boolean set(UserOption option, long value) {
        endpoint.set(option, value);
        return true;
    }

    @Override
    public OptionalLong deadline() {
        return endpoint.deadline();
    }

    @Override
    public int readable() {
        return endpoint.readable();
    }

    @Override
    public Optional<byte[]> unread() {
        return Optional.of(endpoint.unread());
    }

    @Override
    public boolean endOfStream() {
        return endpoint.endOfStream();
    }

    @Override
    public Optional<TcpState> state() {
        return Optional.of(endpoint.state());
    }

    @Override
    public Reaction crash(long now) {
        return endpoint.crash(now);
    }

    @Override
    public Optional<Variables> variables() {
        Tcb tcb = endpoint.tcb();
        return Optional.of(
                switch (tcb.state()) {
                    case CLOSED, LISTEN -> new Variables(0, 0, 0);
                    case SYN_SENT -> new Variables(tcb.sndUna(), tcb.sndNxt(), 0);
                    case TIME_WAIT -> new Variables(0, tcb.sndNxt(), tcb.rcvNxt());
                    default -> new Variables(tcb.sndUna(), tcb.sndNxt(), tcb.rcvNxt());
                });
    }
}
