package dev.lastack.probe.host;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The kernel of this network namespace as the host. */
public final class KernelHost implements MeasuredHost, Closeable {

    private static final int AT_ONCE = 500;
    private static final long QUIET = 50_000;

    private final KernelNetwork network;

    /** Sets up this namespace. */
    public KernelHost() throws IOException {
        network = new KernelNetwork();
    }

    @Override
    public HostConnection incoming() {
        return new KernelConnection(network, network.incoming());
    }

    @Override
    public HostConnection outgoing(boolean named) {
        return new KernelConnection(network, network.outgoing(named));
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    /** Time passes for all of them at once; a little more, if packets are still being read. */
    @Override
    public void elapse(List<HostConnection> connections, long micros) {
        for (HostConnection any : connections.subList(0, Math.min(1, connections.size()))) {
            any.elapse(micros);
            int before = -1;
            while (before != network.packets()) {
                before = network.packets();
                any.elapse(QUIET);
            }
        }
    }

    @Override
    public void close() throws IOException {
        network.close();
    }
}
