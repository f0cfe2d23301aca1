package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.network.Errno;
import dev.lastack.conformance.packetdrill.network.Mismatch;
import dev.lastack.conformance.packetdrill.network.ScriptConnection;
import dev.lastack.conformance.packetdrill.network.Socket;
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

    CallOutcome receive(long fd, int limit, Mode mode, Progress progress) throws Mismatch {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.CONNECTED) {
            return CallOutcome.failed(Errno.ENOTCONN);
        }
        ScriptConnection connection = socket.connection();
        int readable = connection.stack().readable();
        if (mode.peek()) {
            if (readable > 0) {
                return CallOutcome.returned(Math.min(readable, limit));
            }
        } else if (readable > 0 && progress.moved < limit) {
            Reaction reaction =
                    sockets.network().perform(connection, (stack, now) -> stack.receive(limit - progress.moved, now));
            progress.moved += reaction.received().length;
        }
        if (progress.moved == limit || (progress.moved > 0 && !mode.all())) {
            return CallOutcome.returned(progress.moved);
        }
        return ended(socket, connection)
                .map(end -> progress.moved > 0 ? CallOutcome.returned(progress.moved) : end)
                .orElseGet(() -> patience(socket, mode, progress));
    }

    /** Why no more octets will come: the error is told once, afterwards the stream has simply ended. */
    private static Optional<CallOutcome> ended(Socket socket, ScriptConnection connection) {
        if (connection.dead()) {
            Errno error = connection.takeError();
            return Optional.of(error == null ? CallOutcome.returned(0) : CallOutcome.failed(error));
        }
        boolean end = connection.peerClosed() || socket.receiveShut() || (connection.opened() && connection.gone());
        return end ? Optional.of(CallOutcome.returned(0)) : Optional.empty();
    }

    CallOutcome send(long fd, int length, Mode mode, Progress progress) throws Mismatch {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        Optional<CallOutcome> refused = refused(socket);
        if (refused.isPresent()) {
            return progress.moved > 0 ? CallOutcome.returned(progress.moved) : refused.get();
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
                return error == Errno.ENOBUFS ? patience(socket, mode, progress) : CallOutcome.failed(error);
            }
        }
        return progress.moved == length ? CallOutcome.returned(length) : patience(socket, mode, progress);
    }

    private static Optional<CallOutcome> refused(Socket socket) {
        if (socket.kind() != Socket.Kind.CONNECTED) {
            return Optional.of(CallOutcome.failed(Errno.EPIPE));
        }
        Errno error = socket.connection().takeError();
        if (error != null) {
            return Optional.of(CallOutcome.failed(error));
        }
        boolean broken = socket.connection().dead() || socket.sendShut();
        return broken ? Optional.of(CallOutcome.failed(Errno.EPIPE)) : Optional.empty();
    }

    private static CallOutcome patience(Socket socket, Mode mode, Progress progress) {
        boolean impatient = mode.dontWait() || socket.nonBlocking();
        if (impatient && progress.moved > 0) {
            return CallOutcome.returned(progress.moved);
        }
        return impatient ? CallOutcome.failed(Errno.EAGAIN) : CallOutcome.blocked();
    }

    /** {@code ioctl(SIOCOUTQ)}. */
    CallOutcome unacknowledged(long fd, long expected) throws UnsupportedCallException {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        if (socket.kind() != Socket.Kind.CONNECTED) {
            return CallOutcome.failed(Errno.EINVAL);
        }
        OptionalLong octets = socket.connection().unacknowledged();
        if (octets.isEmpty()) {
            throw new UnsupportedCallException("the system call ioctl with SIOCOUTQ on a stack that hides SND.UNA");
        }
        CallOutcome done = CallOutcome.returned(0);
        return octets.getAsLong() == expected ? done : done.but("[" + octets.getAsLong() + "] octets not acknowledged");
    }

    /** {@code ioctl(FIONREAD)}. */
    CallOutcome readable(long fd, long expected) {
        Socket socket = sockets.find(fd);
        if (socket == null) {
            return CallOutcome.failed(Errno.EBADF);
        }
        if (socket.kind() == Socket.Kind.LISTENING) {
            return CallOutcome.failed(Errno.EINVAL);
        }
        int readable = socket.kind() == Socket.Kind.CONNECTED
                ? socket.connection().stack().readable()
                : 0;
        CallOutcome done = CallOutcome.returned(0);
        return readable == expected ? done : done.but("[" + readable + "] readable octets");
    }
}
