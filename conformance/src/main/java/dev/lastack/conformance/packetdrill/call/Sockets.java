package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.network.Errno;
import dev.lastack.conformance.packetdrill.network.Mismatch;
import dev.lastack.conformance.packetdrill.network.ScriptConnection;
import dev.lastack.conformance.packetdrill.network.ScriptNetwork;
import dev.lastack.conformance.packetdrill.network.Socket;
import dev.lastack.endpoint.Reaction;
import dev.lastack.tcp.TcpState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The system calls that make, open and close sockets, with the results that Linux documents. */
public final class Sockets {

    private final ScriptNetwork network;
    private final Map<Long, Socket> table = new HashMap<>();

    public Sockets(ScriptNetwork network) {
        this.network = network;
    }

    public ScriptNetwork network() {
        return network;
    }

    @Nullable
    Socket find(long fd) {
        return table.get(fd);
    }

    /** {@code socket}: the new descriptor gets the number that the script calls it by. */
    CallOutcome socket(long fd, boolean nonBlocking) {
        return install(fd, new Socket(nonBlocking));
    }

    private CallOutcome install(long fd, Socket socket) {
        if (fd < 0) {
            return CallOutcome.returned(table.size() + 3L);
        }
        return table.putIfAbsent(fd, socket) == null ? CallOutcome.returned(fd) : CallOutcome.failed(Errno.EINVAL);
    }

    /** {@code bind}; port 0 leaves the choice to the system. */
    CallOutcome bind(long fd, int port) {
        Socket socket = table.get(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.FRESH || socket.port() != 0) {
            return CallOutcome.failed(Errno.EINVAL);
        }
        socket.bind(port == 0 ? network.bindPort() : port);
        return CallOutcome.returned(0);
    }

    CallOutcome listen(long fd) {
        Socket socket = table.get(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        if (socket.kind() == Socket.Kind.CONNECTED) {
            return CallOutcome.failed(Errno.EINVAL);
        }
        if (socket.port() == 0) {
            socket.bind(network.bindPort());
        }
        socket.listen();
        network.listen(socket.port(), socket);
        return CallOutcome.returned(0);
    }

    CallOutcome accept(long fd, long newFd, boolean nonBlocking) {
        Socket socket = table.get(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.LISTENING) {
            return CallOutcome.failed(Errno.EINVAL);
        }
        List<ScriptConnection> completed = network.completed(socket.port());
        if (completed.isEmpty()) {
            return waiting(socket);
        }
        ScriptConnection connection = completed.get(0);
        connection.accept();
        Socket child = new Socket(nonBlocking);
        child.bind(socket.port());
        child.connect(connection);
        return install(newFd, child);
    }

    CallOutcome connect(long fd, int port) throws Mismatch {
        Socket socket = table.get(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        switch (socket.kind()) {
            case LISTENING -> {
                return CallOutcome.failed(Errno.EISCONN);
            }
            case FRESH -> {
                ScriptConnection connection = network.active(socket.port(), port == 0 ? network.connectPort() : port);
                connection.set(socket.userOptions());
                socket.connect(connection);
                Reaction reaction = network.perform(connection, (stack, now) -> stack.open(now));
                CallOutcome failed = refused(reaction).orElseGet(() -> connecting(socket));
                return failed.isBlocked() && socket.nonBlocking() ? CallOutcome.failed(Errno.EINPROGRESS) : failed;
            }
            case CONNECTED -> {
                CallOutcome outcome = socket.connecting() ? connecting(socket) : CallOutcome.failed(Errno.EISCONN);
                return outcome.isBlocked() && socket.nonBlocking() ? CallOutcome.failed(Errno.EALREADY) : outcome;
            }
        }
        throw new AssertionError(socket.kind());
    }

    private static CallOutcome connecting(Socket socket) {
        ScriptConnection connection = socket.connection();
        if (connection.opened()) {
            socket.told();
            return CallOutcome.returned(0);
        }
        Errno error = connection.takeError();
        if (error == null) {
            return CallOutcome.blocked();
        }
        socket.told();
        return CallOutcome.failed(error);
    }

    /** {@code shutdown}: SHUT_WR is CLOSE of the own direction; SHUT_RD is of no concern to the peer. */
    CallOutcome shutdown(long fd, boolean sending, boolean receiving) throws Mismatch {
        Socket socket = table.get(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.CONNECTED
                || !socket.connection().opened()
                || socket.connection().gone()) {
            return CallOutcome.failed(Errno.ENOTCONN);
        }
        if (sending && !socket.sendShut()) {
            network.perform(socket.connection(), (stack, now) -> stack.shutdown(now));
            socket.connection().endSending();
        }
        socket.shut(sending, receiving);
        return CallOutcome.returned(0);
    }

    /** {@code close}: with SO_LINGER 0 an ABORT; with a positive one it waits for the FIN's acknowledgment. */
    CallOutcome close(long fd) throws Mismatch {
        Socket socket = table.remove(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        switch (socket.kind()) {
            case FRESH -> {}
            case LISTENING -> network.unlisten(socket.port());
            case CONNECTED -> closeConnection(socket);
        }
        return CallOutcome.returned(0);
    }

    private void closeConnection(Socket socket) throws Mismatch {
        ScriptConnection connection = socket.connection();
        if (connection.gone()) {
            return;
        }
        if (socket.linger() == 0) {
            network.perform(connection, (stack, now) -> stack.abort(now));
        } else if (connection.stack().state().equals(Optional.of(TcpState.SYN_SENT)) || !connection.dead()) {
            network.perform(connection, (stack, now) -> stack.close(now));
        }
    }

    /** Whether a close that lingers may return; {@code until} bounds the wait. */
    CallOutcome lingering(ScriptConnection connection, long until) {
        boolean done = connection.finAcknowledged() || connection.gone() || network.now() >= until;
        return done ? CallOutcome.returned(0) : CallOutcome.blockedUntil(until);
    }

    /** EAGAIN for a socket that does not block, else the wait. */
    static CallOutcome waiting(Socket socket) {
        return socket.nonBlocking() ? CallOutcome.failed(Errno.EAGAIN) : CallOutcome.blocked();
    }

    static Optional<CallOutcome> refused(Reaction reaction) {
        return reaction.error().map(Errno::of).map(CallOutcome::failed);
    }
}
