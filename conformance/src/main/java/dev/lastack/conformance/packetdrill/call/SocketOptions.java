package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.network.Errno;
import dev.lastack.conformance.packetdrill.network.ScriptNetwork;
import dev.lastack.conformance.packetdrill.network.Socket;
import dev.lastack.conformance.packetdrill.script.Expression;
import dev.lastack.endpoint.UserOption;
import java.util.List;
import java.util.Map;
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
            "IP_TOS",
            "IP_TTL",
            "TCP_NODELAY",
            "TCP_QUICKACK");

    private static final long MILLISECOND = 1_000;
    private static final long SECOND = 1_000_000;
    private static final long DEFAULT_KEEP_IDLE = 7_200; // RFC 9293 §3.8.4, MUST-28
    private static final long DEFAULT_KEEP_INTERVAL = 75;

    /** Options that the stack is told, with the microseconds (or whatever it counts) in their unit. */
    private static final Map<String, Told> TOLD = Map.of(
            "TCP_USER_TIMEOUT", new Told(UserOption.USER_TIMEOUT, MILLISECOND),
            "TCP_KEEPCNT", new Told(UserOption.KEEP_ALIVE_PROBES, 1),
            "TCP_LINGER2", new Told(UserOption.FIN_WAIT_2_TIMEOUT, SECOND),
            "TCP_MAXSEG", new Told(UserOption.MAX_SEGMENT, 1));

    private static final Set<String> LEVELS =
            Set.of("SOL_SOCKET", "SOL_TCP", "IPPROTO_TCP", "SOL_IP", "IPPROTO_IP", "SOL_IPV6", "IPPROTO_IPV6");

    private record Told(UserOption option, long unit) {}

    private SocketOptions() {}

    static SocketCall set(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        String option = option(arguments);
        if (option.equals("SO_LINGER")) {
            return linger(arguments, fd);
        }
        Told told = TOLD.get(option);
        if (!KEPT.contains(option) && told == null && !keepAlive(option)) {
            throw arguments.unsupported("with " + option);
        }
        long value = arguments.boxed(3);
        if (value <= 0 && !KEPT.contains(option) && !option.equals("SO_KEEPALIVE")) {
            throw arguments.unsupported("with " + option + " " + value);
        }
        return sockets -> {
            Socket socket = sockets.find(fd);
            if (socket == null) {
                return CallOutcome.failed(Errno.EBADF);
            }
            socket.options().put(option, value);
            if (keepAlive(option)) {
                tellKeepAlive(sockets.network(), socket);
            } else if (told != null) {
                tell(sockets.network(), socket, told.option(), value * told.unit());
            }
            return CallOutcome.returned(0);
        };
    }

    private static boolean keepAlive(String option) {
        return option.equals("SO_KEEPALIVE") || option.equals("TCP_KEEPIDLE") || option.equals("TCP_KEEPINTVL");
    }

    /** SO_KEEPALIVE switches probes on; the other options may be set before it. */
    private static void tellKeepAlive(ScriptNetwork network, Socket socket) throws UnsupportedCallException {
        boolean on = socket.options().getOrDefault("SO_KEEPALIVE", 0L) != 0;
        long idle = socket.options().getOrDefault("TCP_KEEPIDLE", DEFAULT_KEEP_IDLE);
        long interval = socket.options().getOrDefault("TCP_KEEPINTVL", DEFAULT_KEEP_INTERVAL);
        tell(network, socket, UserOption.KEEP_ALIVE_INTERVAL, interval * SECOND);
        tell(network, socket, UserOption.KEEP_ALIVE_IDLE, on ? idle * SECOND : -1);
    }

    private static void tell(ScriptNetwork network, Socket socket, UserOption option, long value)
            throws UnsupportedCallException {
        if (!network.has(option, value)) {
            throw new UnsupportedCallException("the option " + option + ", which this stack does not have,");
        }
        socket.userOptions().put(option, value);
        if (socket.kind() == Socket.Kind.CONNECTED) {
            socket.connection().set(Map.of(option, value));
        }
    }

    /** {@code {onoff=1, linger=seconds}}. */
    private static SocketCall linger(Arguments arguments, long fd) throws UnsupportedCallException {
        Expression on = arguments.field(3, "onoff").orElseThrow(() -> arguments.unsupported("without onoff"));
        Expression time = arguments.field(3, "linger").orElseThrow(() -> arguments.unsupported("without linger"));
        long micros = arguments.number(on) == 0 ? -1 : arguments.number(time) * SECOND;
        return sockets -> {
            Socket socket = sockets.find(fd);
            if (socket == null) {
                return CallOutcome.failed(Errno.EBADF);
            }
            socket.setLinger(micros);
            return CallOutcome.returned(0);
        };
    }

    static SocketCall get(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        String option = option(arguments);
        boolean stored = KEPT.contains(option) || TOLD.containsKey(option) || keepAlive(option);
        if (!option.equals("SO_ERROR") && !stored) {
            throw arguments.unsupported("with " + option);
        }
        boolean any = arguments.at(3) instanceof Expression.Ellipsis
                || arguments.at(3).equals(new Expression.Array(List.of(new Expression.Ellipsis())));
        long expected = any ? 0 : arguments.boxed(3);
        return sockets -> {
            Socket socket = sockets.find(fd);
            if (socket == null) {
                return CallOutcome.failed(Errno.EBADF);
            }
            long value = option.equals("SO_ERROR") ? pendingError(socket) : stored(socket, option, arguments);
            CallOutcome done = CallOutcome.returned(0);
            return any || value == expected ? done : done.but(option + " [" + value + "]");
        };
    }

    /** What the script has set; what the system would have chosen is not known here, switches apart. */
    private static long stored(Socket socket, String option, Arguments arguments) throws UnsupportedCallException {
        Long value = socket.options().get(option);
        boolean off = option.startsWith("SO_") ? !option.contains("BUF") : option.equals("TCP_NODELAY");
        if (value == null && !off) {
            throw arguments.unsupported("with " + option + " that was not set");
        }
        return value == null ? 0 : value;
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
