package dev.lastack.properties.packetdrill;

import dev.lastack.properties.packetdrill.script.Expression;
import java.util.Set;

/**
 * {@code setsockopt} and {@code getsockopt}. An option that would change what a stack sends and that a stack cannot be
 * told is unsupported: to accept it in silence could make a script pass for the wrong reason.
 */
final class SocketOptions {

    /** Options of the system around TCP, or hints that leave every segment as RFC 9293 wants it. */
    private static final Set<String> KEPT = Set.of(
            "SO_REUSEADDR",
            "SO_REUSEPORT",
            "SO_RCVBUF",
            "SO_SNDBUF",
            "SO_RCVBUFFORCE",
            "SO_SNDBUFFORCE",
            "SO_PRIORITY",
            "SO_MARK",
            "SO_OOBINLINE",
            "SO_DONTROUTE",
            "TCP_NODELAY",
            "TCP_QUICKACK");

    private static final Set<String> LEVELS =
            Set.of("SOL_SOCKET", "SOL_TCP", "IPPROTO_TCP", "SOL_IP", "IPPROTO_IP", "SOL_IPV6", "IPPROTO_IPV6");
    private static final long SECOND = 1_000_000;

    private SocketOptions() {}

    static SocketCall set(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        String option = option(arguments);
        if (option.equals("SO_LINGER")) {
            return linger(arguments, fd);
        }
        if (!KEPT.contains(option)) {
            throw arguments.unsupported("with " + option);
        }
        long value = arguments.boxed(3);
        return sockets -> {
            Socket socket = sockets.find(fd);
            if (socket == null) {
                return Outcome.failed(Errno.EBADF);
            }
            socket.options().put(option, value);
            return Outcome.returned(0);
        };
    }

    /** {@code {onoff=1, linger=seconds}}. */
    private static SocketCall linger(Arguments arguments, long fd) throws UnsupportedCallException {
        Expression on = arguments.field(3, "onoff").orElseThrow(() -> arguments.unsupported("without onoff"));
        Expression time = arguments.field(3, "linger").orElseThrow(() -> arguments.unsupported("without linger"));
        long micros = arguments.number(on) == 0 ? -1 : arguments.number(time) * SECOND;
        return sockets -> {
            Socket socket = sockets.find(fd);
            if (socket == null) {
                return Outcome.failed(Errno.EBADF);
            }
            socket.setLinger(micros);
            return Outcome.returned(0);
        };
    }

    static SocketCall get(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        String option = option(arguments);
        if (!option.equals("SO_ERROR") && !KEPT.contains(option)) {
            throw arguments.unsupported("with " + option);
        }
        boolean any = arguments.at(3) instanceof Expression.Ellipsis
                || (arguments.at(3) instanceof Expression.Array array
                        && array.elements().equals(java.util.List.of(new Expression.Ellipsis())));
        long expected = any ? 0 : arguments.boxed(3);
        return sockets -> {
            Socket socket = sockets.find(fd);
            if (socket == null) {
                return Outcome.failed(Errno.EBADF);
            }
            long value = option.equals("SO_ERROR")
                    ? pendingError(socket)
                    : socket.options().getOrDefault(option, 0L);
            Outcome done = Outcome.returned(0);
            return any || value == expected ? done : done.but(option + " [" + value + "]");
        };
    }

    /** The number of the pending error, which is thereby told; 0 if there is none. */
    private static long pendingError(Socket socket) {
        if (socket.kind() != Socket.Kind.CONNECTED) {
            return 0;
        }
        Errno error = socket.connection().takeError();
        if (error != null || socket.connection().opened()) {
            socket.told();
        }
        return error == null ? 0 : Symbols.value(error.name());
    }

    private static String option(Arguments arguments) throws UnsupportedCallException {
        if (!LEVELS.contains(arguments.symbol(1))) {
            throw arguments.unsupported("with " + arguments.symbol(1));
        }
        return arguments.symbol(2);
    }
}
