package dev.lastack.probe.lwip;

import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.probe.host.HostConnection;
import dev.lastack.probe.host.MeasuredHost;
import dev.lastack.probe.host.StackConnection;
import java.util.Optional;

/** lwIP as a host, which listens on port 80 of 192.0.2.1. It has one connection; a new one replaces it. */
public final class LwipHost implements MeasuredHost, AutoCloseable {

    private static final int PEER = 0xC0000202;
    private static final int HOST = 0xC0000201;
    private static final int SERVER_PORT = 80;
    private static final int OWN_PORT = 30_000;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 40_000;

    private final LwipWorld world;
    private Optional<LwipStack> present = Optional.empty();
    private int made;

    public LwipHost(LwipWorld world) {
        this.world = world;
    }

    @Override
    public HostConnection incoming() {
        StackConnection connection = connection(SERVER_PORT);
        connection.listen();
        return connection;
    }

    @Override
    public HostConnection outgoing(boolean named) {
        return connection(OWN_PORT);
    }

    private StackConnection connection(int port) {
        FourTuple tuple = new FourTuple(PEER, FIRST_PORT + made++ % PORTS, HOST, port);
        close();
        LwipStack stack = new LwipStack(world, tuple.reversed());
        present = Optional.of(stack);
        return new StackConnection(stack, tuple, stack::timeWaitEnd);
    }

    /** Takes its connection away. */
    @Override
    public void close() {
        present.ifPresent(LwipStack::close);
        present = Optional.empty();
    }
}
