package dev.lastack.probe.host;

import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.probe.tun.SocketTable;
import dev.lastack.tcp.TcpState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection of the kernel, in real time. */
final class KernelConnection implements HostConnection {

    private static final int PATIENCE_SECONDS = 20;
    private static final int LARGEST_READ = 1 << 16;

    private final KernelNetwork host;
    private final FourTuple tuple;

    KernelConnection(KernelNetwork host, FourTuple tuple) {
        this.host = host;
        this.tuple = tuple;
    }

    @Override
    public FourTuple tuple() {
        return tuple;
    }

    @Override
    public long now() {
        return System.nanoTime() / 1000;
    }

    @Override
    public void elapse(long micros) {
        try {
            TimeUnit.MICROSECONDS.sleep(micros);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void deliver(Segment segment) {
        host.write(TcpHeader.emit(segment, tuple));
    }

    @Override
    public List<Sent> sent() {
        List<Sent> all = new ArrayList<>();
        host.queue(tuple.localPort()).drainTo(all);
        return all;
    }

    @Override
    public boolean open() {
        try {
            SocketChannel socket = SocketChannel.open();
            if (tuple.remotePort() == KernelNetwork.NAMED_PORT) {
                socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                socket.bind(new InetSocketAddress(KernelNetwork.HOST_ADDRESS, tuple.remotePort()));
            }
            socket.configureBlocking(false);
            try {
                socket.connect(new InetSocketAddress(KernelNetwork.PEER_ADDRESS, tuple.localPort()));
            } catch (IOException refused) {
                socket.close();
                return false;
            }
            host.forget(tuple.localPort());
            host.socketOf(tuple.localPort()).complete(socket);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void send(int octets) {
        onSocket(socket -> socket.write(ByteBuffer.allocate(octets)));
    }

    @Override
    public void receive() {
        onSocket(socket -> socket.read(ByteBuffer.allocate(LARGEST_READ)));
    }

    @Override
    public void shutdown() {
        onSocket(SocketChannel::shutdownOutput);
    }

    @Override
    public void close() {
        onSocket(socket -> {
            if (socket.isConnectionPending()) {
                socket.finishConnect();
            }
            socket.close();
            host.forget(tuple.localPort());
        });
    }

    /** An open socket takes one of the few file descriptors of a process. */
    @Override
    public void abandon() {
        SocketChannel socket = host.socketOf(tuple.localPort()).getNow(null);
        host.forget(tuple.localPort());
        host.queue(tuple.localPort()).clear();
        if (socket != null) {
            try (socket) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A call of the user. */
    private interface Call {
        void on(SocketChannel socket) throws IOException;
    }

    private void onSocket(Call call) {
        try {
            call.on(host.socketOf(tuple.localPort()).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnansweredException("the kernel did not accept the connection of " + tuple);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public TcpState state() {
        return entry().map(SocketTable.Entry::state).orElse(TcpState.CLOSED);
    }

    @Override
    public OptionalLong deadline() {
        Optional<SocketTable.Entry> entry = entry();
        return entry.isPresent() ? OptionalLong.of(now() + entry.get().timerMillis() * 1000) : OptionalLong.empty();
    }

    private Optional<SocketTable.Entry> entry() {
        try {
            return Optional.ofNullable(host.sockets().get(tuple.localPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
