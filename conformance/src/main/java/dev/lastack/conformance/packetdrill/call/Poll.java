package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.network.ScriptConnection;
import dev.lastack.conformance.packetdrill.network.Socket;
import java.util.ArrayList;
import java.util.List;

/** {@code poll}: what a socket is ready for, as poll(2) and tcp(7) document it. */
final class Poll {

    static final int IN = 0x001;
    static final int OUT = 0x004;
    static final int ERR = 0x008;
    static final int HUP = 0x010;
    static final int NVAL = 0x020;
    static final int RDNORM = 0x040;
    static final int WRNORM = 0x100;
    static final int RDHUP = 0x2000;

    private static final int ALWAYS = ERR | HUP | NVAL;

    private final Sockets sockets;

    Poll(Sockets sockets) {
        this.sockets = sockets;
    }

    /** One of the descriptors asked about, and the answer that the script expects. */
    record Request(long fd, int events, int expected) {}

    /**
     * @param until when the wait ends, in microseconds
     */
    CallOutcome poll(List<Request> requests, long until) {
        int ready = 0;
        List<String> differences = new ArrayList<>();
        for (Request request : requests) {
            int events = ready(request.fd()) & (request.events() | ALWAYS);
            ready += events == 0 ? 0 : 1;
            if (events != request.expected()) {
                differences.add(
                        String.format("revents=%#x of fd %d instead of %#x", events, request.fd(), request.expected()));
            }
        }
        if (ready == 0 && sockets.network().now() < until) {
            return CallOutcome.blockedUntil(until);
        }
        return CallOutcome.returned(ready).but(String.join(", ", differences));
    }

    private int ready(long fd) {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return NVAL;
        }
        return switch (socket.kind()) {
            case FRESH -> OUT | WRNORM | HUP;
            case LISTENING -> sockets.network().completed(socket.port()).isEmpty() ? 0 : IN | RDNORM;
            case CONNECTED -> connected(socket, socket.connection());
        };
    }

    private static int connected(Socket socket, ScriptConnection connection) {
        boolean over = connection.dead() || (connection.opened() && connection.gone());
        boolean noMore = connection.peerClosed() || socket.receiveShut() || over;
        int events = 0;
        if (connection.stack().readable() > 0 || noMore) {
            events |= IN | RDNORM;
        }
        if (noMore) {
            events |= RDHUP;
        }
        if (connection.opened() || over) {
            events |= OUT | WRNORM;
        }
        if (connection.hasError()) {
            events |= ERR;
        }
        if (over || (noMore && socket.sendShut())) {
            events |= HUP;
        }
        return events;
    }
}
