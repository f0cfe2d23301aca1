package dev.lastack.probe.host;

import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.probe.host.HostConnection.Sent;
import dev.lastack.probe.tun.Ipv4Packet;
import dev.lastack.probe.tun.Namespace;
import dev.lastack.probe.tun.SocketTable;
import dev.lastack.probe.tun.TunDevice;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What connects the kernel of this network namespace with the peer: a TUN device, and a socket that listens on port 80 of
 * 192.0.2.1; every other address is the peer's. Each connection has a port of the peer to itself, by which segments and
 * sockets find it.
 */
final class KernelNetwork implements Closeable {

    static final int PEER = 0xC0000202;
    static final int HOST = 0xC0000201;
    static final String PEER_ADDRESS = "192.0.2.2";
    static final String HOST_ADDRESS = "192.0.2.1";
    private static final int SERVER_PORT = 80;

    /** The only port that the kernel can choose for a connection that the host opens. */
    private static final int CHOSEN_PORT = 30_000;

    static final int NAMED_PORT = 30_001;

    private static final int FIRST_PORT = 20_000;
    private static final int BACKLOG = 4096;
    private static final long FRESH_NANOS = 50_000_000;

    private final TunDevice device;
    private final ServerSocketChannel listener;
    private final AtomicInteger ports = new AtomicInteger(FIRST_PORT);
    private final Map<Integer, BlockingQueue<Sent>> sent = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<SocketChannel>> accepted = new ConcurrentHashMap<>();

    private final AtomicInteger packets = new AtomicInteger();
    private Map<Integer, SocketTable.Entry> sockets = Map.of();
    private long socketsRead;

    /** Sets up this namespace. */
    KernelNetwork() throws IOException {
        Namespace.set("ip_local_port_range", CHOSEN_PORT + " " + CHOSEN_PORT);
        device = Namespace.configure(HOST_ADDRESS + "/24");
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(HOST_ADDRESS, SERVER_PORT), BACKLOG);
        inBackground("lastack-read", this::read);
        inBackground("lastack-accept", this::accept);
    }

    private static void inBackground(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            while (true) {
                Ipv4Packet.parse(device.read()).ifPresent(this::dispatch);
            }
        } catch (IOException e) {
            // The device is closed: there is nothing more to read.
            sent.clear();
        }
    }

    private void dispatch(Ipv4Packet packet) {
        long now = System.nanoTime() / 1000;
        packets.getAndIncrement();
        byte[] octets = packet.segment();
        int from = port(octets, 0);
        int to = port(octets, 2);
        FourTuple tuple = new FourTuple(packet.destination(), to, packet.source(), from);
        TcpHeader.parse(octets, tuple).segment().ifPresent(segment -> queue(to).add(new Sent(now, segment)));
    }

    private static int port(byte[] octets, int offset) {
        return ByteBuffer.wrap(octets).getShort(offset) & 0xFFFF;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel socket = listener.accept();
                socket.configureBlocking(false);
                socketOf(((InetSocketAddress) socket.getRemoteAddress()).getPort())
                        .complete(socket);
            }
        } catch (IOException e) {
            // The listener is closed: there are no more connections.
            accepted.clear();
        }
    }

    BlockingQueue<Sent> queue(int peerPort) {
        return sent.computeIfAbsent(peerPort, port -> new LinkedBlockingQueue<>());
    }

    /** The socket of the connection with that port of the peer, once it is accepted. */
    CompletableFuture<SocketChannel> socketOf(int peerPort) {
        return accepted.computeIfAbsent(peerPort, port -> new CompletableFuture<>());
    }

    /** A new incarnation will be accepted at that port. */
    void forget(int peerPort) {
        accepted.remove(peerPort);
    }

    void write(byte[] segment) {
        try {
            device.write(new Ipv4Packet(PEER, HOST, segment).octets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many packets of the kernel were read. */
    int packets() {
        return packets.get();
    }

    /** The table of sockets, which is read again only after a while: it is long, and every connection asks for it. */
    synchronized Map<Integer, SocketTable.Entry> sockets() throws IOException {
        long now = System.nanoTime();
        if (now - socketsRead > FRESH_NANOS || sockets.isEmpty()) {
            sockets = SocketTable.read();
            socketsRead = now;
        }
        return sockets;
    }

    /** A new pair of sockets, seen by the peer, that the peer will open. */
    FourTuple incoming() {
        return new FourTuple(PEER, ports.getAndIncrement(), HOST, SERVER_PORT);
    }

    /** One that the host opens, always from the same port: one that its user names, or that the kernel chooses. */
    FourTuple outgoing(boolean named) {
        return new FourTuple(PEER, ports.getAndIncrement(), HOST, named ? NAMED_PORT : CHOSEN_PORT);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        device.close();
    }
}
