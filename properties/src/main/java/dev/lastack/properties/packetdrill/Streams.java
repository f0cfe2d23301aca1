package dev.lastack.properties.packetdrill;

import dev.lastack.endpoint.Reaction;
import java.util.Optional;
import java.util.OptionalLong;

/** The system calls that move octets. A script's octets are all zero: only how many there are matters. */
final class Streams {

    private final Sockets sockets;

    Streams(Sockets sockets) {
        this.sockets = sockets;
    }

    /** How a transfer differs from a plain {@code read} or {@code write}. */
    record Mode(boolean dontWait, boolean peek, boolean all) {}

    /** Octets that earlier attempts of one call have already moved. */
    static final class Progress {
        private int moved;
    }

    Outcome receive(long fd, int limit, Mode mode, Progress progress) throws Mismatch {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.CONNECTED) {
            return Outcome.failed(Errno.ENOTCONN);
        }
        Connection connection = socket.connection();
        int readable = connection.stack().readable();
        if (mode.peek()) {
            if (readable > 0) {
                return Outcome.returned(Math.min(readable, limit));
            }
        } else if (readable > 0 && progress.moved < limit) {
            Reaction reaction =
                    sockets.network().perform(connection, (stack, now) -> stack.receive(limit - progress.moved, now));
            progress.moved += reaction.received().length;
        }
        if (progress.moved == limit || (progress.moved > 0 && !mode.all())) {
            return Outcome.returned(progress.moved);
        }
        return ended(socket, connection)
                .map(end -> progress.moved > 0 ? Outcome.returned(progress.moved) : end)
                .orElseGet(() -> patience(socket, mode, progress));
    }

    /** Why no more octets will come: the error is told once, afterwards the stream has simply ended. */
    private static Optional<Outcome> ended(Socket socket, Connection connection) {
        if (connection.dead()) {
            Errno error = connection.takeError();
            return Optional.of(error == null ? Outcome.returned(0) : Outcome.failed(error));
        }
        boolean end = connection.peerClosed() || socket.receiveShut() || (connection.opened() && connection.gone());
        return end ? Optional.of(Outcome.returned(0)) : Optional.empty();
    }

    Outcome send(long fd, int length, Mode mode, Progress progress) throws Mismatch {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        Optional<Outcome> refused = refused(socket);
        if (refused.isPresent()) {
            return progress.moved > 0 ? Outcome.returned(progress.moved) : refused.get();
        }
        if (!socket.connection().opened()) {
            return patience(socket, mode, progress);
        }
        if (progress.moved < length) {
            byte[] octets = new byte[length - progress.moved];
            Reaction reaction = sockets.network().perform(socket.connection(), (stack, now) -> stack.send(octets, now));
            progress.moved += reaction.accepted();
            socket.connection().sending(reaction.accepted());
            if (reaction.error().isPresent() && progress.moved == 0) {
                Errno error = Errno.of(reaction.error().get());
                return error == Errno.ENOBUFS ? patience(socket, mode, progress) : Outcome.failed(error);
            }
        }
        return progress.moved == length ? Outcome.returned(length) : patience(socket, mode, progress);
    }

    private static Optional<Outcome> refused(Socket socket) {
        if (socket.kind() != Socket.Kind.CONNECTED) {
            return Optional.of(Outcome.failed(Errno.EPIPE));
        }
        Errno error = socket.connection().takeError();
        if (error != null) {
            return Optional.of(Outcome.failed(error));
        }
        boolean broken = socket.connection().dead() || socket.sendShut();
        return broken ? Optional.of(Outcome.failed(Errno.EPIPE)) : Optional.empty();
    }

    private static Outcome patience(Socket socket, Mode mode, Progress progress) {
        boolean impatient = mode.dontWait() || socket.nonBlocking();
        if (impatient && progress.moved > 0) {
            return Outcome.returned(progress.moved);
        }
        return impatient ? Outcome.failed(Errno.EAGAIN) : Outcome.blocked();
    }

    /** {@code ioctl(SIOCOUTQ)}. */
    Outcome unacknowledged(long fd, long expected) throws UnsupportedCallException {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.CONNECTED) {
            return Outcome.failed(Errno.EINVAL);
        }
        OptionalLong octets = socket.connection().unacknowledged();
        if (octets.isEmpty()) {
            throw new UnsupportedCallException("the system call ioctl with SIOCOUTQ on a stack that hides SND.UNA");
        }
        Outcome done = Outcome.returned(0);
        return octets.getAsLong() == expected ? done : done.but("[" + octets.getAsLong() + "] octets not acknowledged");
    }

    /** {@code ioctl(FIONREAD)}. */
    Outcome readable(long fd, long expected) {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return Outcome.failed(Errno.EBADF);
        }
        if (socket.kind() == Socket.Kind.LISTENING) {
            return Outcome.failed(Errno.EINVAL);
        }
        int readable = socket.kind() == Socket.Kind.CONNECTED
                ? socket.connection().stack().readable()
                : 0;
        Outcome done = Outcome.returned(0);
        return readable == expected ? done : done.but("[" + readable + "] readable octets");
    }
}
