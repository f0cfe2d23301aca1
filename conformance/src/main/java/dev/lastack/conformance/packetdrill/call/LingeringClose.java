package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.network.Mismatch;
import dev.lastack.conformance.packetdrill.network.ScriptConnection;
import dev.lastack.conformance.packetdrill.network.Socket;
import org.jspecify.annotations.Nullable;

/** {@code close}: the descriptor goes at once; with SO_LINGER the call waits until the peer has the FIN. */
final class LingeringClose implements SocketCall {

    private final long fd;
    private @Nullable ScriptConnection awaited;
    private long until;

    LingeringClose(long fd) {
        this.fd = fd;
    }

    @Override
    public CallOutcome attempt(Sockets sockets) throws Mismatch {
        if (awaited != null) {
            return sockets.lingering(awaited, until);
        }
        Socket socket = sockets.find(fd);
        CallOutcome closed = sockets.close(fd);
        if (socket == null || socket.linger() <= 0 || socket.nonBlocking() || socket.kind() != Socket.Kind.CONNECTED) {
            return closed;
        }
        awaited = socket.connection();
        until = sockets.network().now() + socket.linger();
        return sockets.lingering(awaited, until);
    }
}
