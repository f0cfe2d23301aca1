package dev.lastack.conformance.stack;

import dev.lastack.endpoint.Reaction;
import java.util.OptionalLong;

/** A stack of which nothing can be seen but what it sends and what its user gets. */
public final class HiddenState implements StackUnderTest {

    private final StackUnderTest stack;

    public HiddenState(StackUnderTest stack) {
        this.stack = stack;
    }

    /** The stacks of {@code factory}, none of which shows its state. */
    public static StackFactory of(StackFactory factory) {
        return (tuple, config, isn, rto) -> new HiddenState(factory.create(tuple, config, isn, rto));
    }

    @Override
    public Reaction open(long now) {
        return stack.open(now);
    }

    @Override
    public Reaction listen(long now) {
        return stack.listen(now);
    }

    @Override
    public Reaction send(byte[] octets, long now) {
        return stack.send(octets, now);
    }

    @Override
    public Reaction receive(int limit, long now) {
        return stack.receive(limit, now);
    }

    @Override
    public Reaction close(long now) {
        return stack.close(now);
    }

    @Override
    public Reaction shutdown(long now) {
        return stack.shutdown(now);
    }

    @Override
    public Reaction abort(long now) {
        return stack.abort(now);
    }

    @Override
    public Reaction arrive(byte[] segment, long now) {
        return stack.arrive(segment, now);
    }

    @Override
    public Reaction advance(long now) {
        return stack.advance(now);
    }

    @Override
    public OptionalLong deadline() {
        return stack.deadline();
    }

    @Override
    public int readable() {
        return stack.readable();
    }

    @Override
    public boolean endOfStream() {
        return stack.endOfStream();
    }
}
