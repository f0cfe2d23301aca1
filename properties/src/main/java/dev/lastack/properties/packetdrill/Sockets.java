package dev.lastack.properties.packetdrill;

import dev.lastack.endpoint.Reaction;
import dev.lastack.model.TcpState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The system calls that make, open and close sockets, with the results that Linux documents. */
final class Sockets {

    private final Network network;
    private final Map<Long, Socket> table = new HashMap<>();

    Sockets(Network network) {
        this.network = network;
    }

    Network network() {
        return network;
    }

    @Nullable
    Socket find(long fd) {
        return table.get(fd);
    }

    /** {@code socket}: the new descriptor gets the number that the script calls it by. */
    Outcome socket(long fd, boolean nonBlocking) {
        return install(fd, new Socket(nonBlocking));
    }

    private Outcome install(long fd, Socket socket) {
        if (fd < 0) {
            return Outcome.returned(table.size() + 3L);
        }
        return table.putIfAbsent(fd, socket) == null ? Outcome.returned(fd) : Outcome.failed(Errno.EINVAL);
    }

    /** {@code bind}; port 0 leaves the choice to the system. */
    Outcome bind(long fd, int port) {
        Socket socket = table.get(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.FRESH || socket.port() != 0) {
            return Outcome.failed(Errno.EINVAL);
        }
        socket.bind(port == 0 ? network.bindPort() : port);
        return Outcome.returned(0);
    }

    Outcome listen(long fd) {
        Socket socket = table.get(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        if (socket.kind() == Socket.Kind.CONNECTED) {
            return Outcome.failed(Errno.EINVAL);
        }
        if (socket.port() == 0) {
            socket.bind(network.bindPort());
        }
        socket.listen();
        network.listen(socket.port(), socket);
        return Outcome.returned(0);
    }

    Outcome accept(long fd, long newFd, boolean nonBlocking) {
        Socket socket = table.get(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.LISTENING) {
            return Outcome.failed(Errno.EINVAL);
        }
        List<Connection> completed = network.completed(socket.port());
        if (completed.isEmpty()) {
            return waiting(socket);
        }
        Connection connection = completed.get(0);
        connection.accept();
        Socket child = new Socket(nonBlocking);
        child.bind(socket.port());
        child.connect(connection);
        return install(newFd, child);
    }

    Outcome connect(long fd, int port) throws Mismatch {
        Socket socket = table.get(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        switch (socket.kind()) {
            case LISTENING -> {
                return Outcome.failed(Errno.EISCONN);
            }
            case FRESH -> {
                Connection connection = network.active(socket.port(), port == 0 ? network.connectPort() : port);
                connection.set(socket.userOptions());
                socket.connect(connection);
                Reaction reaction = network.perform(connection, (stack, now) -> stack.open(now));
                Outcome failed = refused(reaction).orElseGet(() -> connecting(socket));
                return failed.isBlocked() && socket.nonBlocking() ? Outcome.failed(Errno.EINPROGRESS) : failed;
            }
            case CONNECTED -> {
                Outcome outcome = socket.connecting() ? connecting(socket) : Outcome.failed(Errno.EISCONN);
                return outcome.isBlocked() && socket.nonBlocking() ? Outcome.failed(Errno.EALREADY) : outcome;
            }
        }
        throw new AssertionError(socket.kind());
    }

    private static Outcome connecting(Socket socket) {
        Connection connection = socket.connection();
        if (connection.opened()) {
            socket.told();
            return Outcome.returned(0);
        }
        Errno error = connection.takeError();
        if (error == null) {
            return Outcome.blocked();
        }
        socket.told();
        return Outcome.failed(error);
    }

    /** {@code shutdown}: SHUT_WR is CLOSE of the own direction; SHUT_RD is of no concern to the peer. */
    Outcome shutdown(long fd, boolean sending, boolean receiving) throws Mismatch {
        Socket socket = table.get(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.CONNECTED
                || !socket.connection().opened()
                || socket.connection().gone()) {
            return Outcome.failed(Errno.ENOTCONN);
        }
        if (sending && !socket.sendShut()) {
            network.perform(socket.connection(), (stack, now) -> stack.shutdown(now));
            socket.connection().endSending();
        }
        socket.shut(sending, receiving);
        return Outcome.returned(0);
    }

    /** {@code close}: with SO_LINGER 0 an ABORT; with a positive one it waits for the FIN's acknowledgment. */
    Outcome close(long fd) throws Mismatch {
        Socket socket = table.remove(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        switch (socket.kind()) {
            case FRESH -> {}
            case LISTENING -> network.unlisten(socket.port());
            case CONNECTED -> closeConnection(socket);
        }
        return Outcome.returned(0);
    }

    private void closeConnection(Socket socket) throws Mismatch {
        Connection connection = socket.connection();
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
    Outcome lingering(Connection connection, long until) {
        boolean done = connection.finAcknowledged() || connection.gone() || network.now() >= until;
        return done ? Outcome.returned(0) : Outcome.blockedUntil(until);
    }

    /** EAGAIN for a socket that does not block, else the wait. */
    static Outcome waiting(Socket socket) {
        return socket.nonBlocking() ? Outcome.failed(Errno.EAGAIN) : Outcome.blocked();
    }

    static Optional<Outcome> refused(Reaction reaction) {
        return reaction.error().map(Errno::of).map(Outcome::failed);
    }
}
