package example;

import dev.lastack.endpoint.Decisions;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.tcb.HashedClockIsn;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.tcb.TimerChoice;
import dev.lastack.endpoint.TcpEndpoint;
import dev.lastack.conformance.stack.StackUnderTest;
import java.util.OptionalLong;

/**
 * Your stack behind lastack's interface. This one passes the calls to lastack's endpoint, which stands for yours. It
 * chooses its own initial sequence numbers and shows no state.
 */
final class MyStack implements StackUnderTest {

    private final TcpEndpoint tcp;

    MyStack(FourTuple tuple, EndpointConfig config) {
        tcp = new TcpEndpoint(tuple, config, Decisions.of(config, new HashedClockIsn(tuple, 3, 4), TimerChoice.PROMPT));
    }

    @Override
    public Reaction open(long now) {
        return tcp.open(now);
    }

    @Override
    public Reaction listen(long now) {
        return tcp.listen(now);
    }

    @Override
    public Reaction send(byte[] octets, long now) {
        return tcp.send(octets, now);
    }

    @Override
    public Reaction receive(int limit, long now) {
        return tcp.receive(limit, now);
    }

    @Override
    public Reaction close(long now) {
        return tcp.close(now);
    }

    @Override
    public Reaction shutdown(long now) {
        return tcp.shutdown(now);
    }

    @Override
    public Reaction abort(long now) {
        return tcp.abort(now);
    }

    @Override
    public Reaction arrive(byte[] segment, long now) {
        return tcp.arrive(segment, now);
    }

    @Override
    public Reaction advance(long now) {
        return tcp.advance(now);
    }

    @Override
    public OptionalLong deadline() {
        return tcp.deadline();
    }

    @Override
    public int readable() {
        return tcp.readable();
    }

    @Override
    public boolean endOfStream() {
        return tcp.endOfStream();
    }
}
