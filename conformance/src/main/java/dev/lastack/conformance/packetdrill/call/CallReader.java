package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.network.Errno;
import dev.lastack.conformance.packetdrill.network.Socket;
import dev.lastack.conformance.packetdrill.script.Expression;
import dev.lastack.conformance.packetdrill.script.ScriptAction.SystemCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the system calls of scripts their meaning; one that has none here is unsupported. */
public final class CallReader {

    private static final long MILLISECOND = 1_000;
    private static final long KNOWN_MESSAGE_FLAGS = Symbols.value("MSG_PEEK")
            | Symbols.value("MSG_DONTWAIT")
            | Symbols.value("MSG_EOR")
            | Symbols.value("MSG_WAITALL")
            | Symbols.value("MSG_NOSIGNAL");

    private CallReader() {}

    public static SocketCall read(SystemCall call) throws UnsupportedCallException {
        Arguments arguments = new Arguments(call);
        return switch (call.name()) {
            case "socket" -> socket(call, arguments);
            case "bind" -> bind(arguments);
            case "listen" -> listen(arguments);
            case "accept" -> accept(call, arguments, false);
            case "accept4" -> accept(call, arguments, (arguments.number(3) & Symbols.value("SOCK_NONBLOCK")) != 0);
            case "connect" -> connect(arguments);
            case "close" -> close(arguments);
            case "shutdown" -> shutdown(arguments);
            case "read" -> receive(arguments, arguments.length(2), 0);
            case "recv", "recvfrom" -> receive(arguments, arguments.length(2), arguments.number(3));
            case "readv" -> receive(arguments, arguments.vectorLength(arguments.at(1)), 0);
            case "recvmsg" -> receive(arguments, messageLength(arguments), arguments.number(2));
            case "write" -> send(arguments, arguments.length(2), 0);
            case "send", "sendto" -> send(arguments, arguments.length(2), arguments.number(3));
            case "writev" -> send(arguments, arguments.vectorLength(arguments.at(1)), 0);
            case "sendmsg" -> send(arguments, messageLength(arguments), arguments.number(2));
            case "setsockopt" -> SocketOptions.set(arguments);
            case "getsockopt" -> SocketOptions.get(arguments);
            case "fcntl" -> fcntl(arguments);
            case "ioctl" -> ioctl(arguments);
            case "poll" -> poll(arguments);
            default -> throw new UnsupportedCallException("the system call " + call.name());
        };
    }

    private static SocketCall socket(SystemCall call, Arguments arguments) throws UnsupportedCallException {
        String protocol = arguments.symbol(2);
        if (!protocol.equals("IPPROTO_TCP") && !protocol.equals("0") && !protocol.equals("IPPROTO_IP")) {
            throw arguments.unsupported("with " + protocol);
        }
        long type = arguments.number(1);
        if ((type & 0xF) != Symbols.value("SOCK_STREAM")) {
            throw arguments.unsupported("with " + arguments.symbol(1));
        }
        boolean nonBlocking = (type & Symbols.value("SOCK_NONBLOCK")) != 0;
        long fd = expectedDescriptor(call);
        return sockets -> sockets.socket(fd, nonBlocking);
    }

    /** The number by which the script will call a new descriptor; -1 if it expects none. */
    private static long expectedDescriptor(SystemCall call) {
        return Symbols.value(call.result()).orElse(-1);
    }

    private static SocketCall bind(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        int port = arguments.port(1);
        return sockets -> sockets.bind(fd, port);
    }

    private static SocketCall listen(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        arguments.number(1);
        return sockets -> sockets.listen(fd);
    }

    private static SocketCall accept(SystemCall call, Arguments arguments, boolean nonBlocking)
            throws UnsupportedCallException {
        long fd = arguments.number(0);
        long newFd = expectedDescriptor(call);
        return sockets -> sockets.accept(fd, newFd, nonBlocking);
    }

    private static SocketCall connect(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        int port = arguments.port(1);
        return sockets -> sockets.connect(fd, port);
    }

    private static SocketCall close(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        return new LingeringClose(fd);
    }

    private static SocketCall shutdown(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        long how = arguments.number(1);
        if (how < 0 || how > Symbols.value("SHUT_RDWR")) {
            return sockets -> CallOutcome.failed(Errno.EINVAL);
        }
        boolean sending = how != Symbols.value("SHUT_RD");
        boolean receiving = how != Symbols.value("SHUT_WR");
        return sockets -> sockets.shutdown(fd, sending, receiving);
    }

    private static SocketCall receive(Arguments arguments, int limit, long flags) throws UnsupportedCallException {
        long fd = arguments.number(0);
        Streams.Mode mode = mode(arguments, flags);
        Streams.Progress progress = new Streams.Progress();
        return sockets -> new Streams(sockets).receive(fd, limit, mode, progress);
    }

    private static SocketCall send(Arguments arguments, int length, long flags) throws UnsupportedCallException {
        long fd = arguments.number(0);
        Streams.Mode mode = mode(arguments, flags);
        Streams.Progress progress = new Streams.Progress();
        return sockets -> new Streams(sockets).send(fd, length, mode, progress);
    }

    private static Streams.Mode mode(Arguments arguments, long flags) throws UnsupportedCallException {
        if ((flags & ~KNOWN_MESSAGE_FLAGS) != 0) {
            throw arguments.unsupported(String.format("with flags %#x", flags));
        }
        return new Streams.Mode(
                (flags & Symbols.value("MSG_DONTWAIT")) != 0,
                (flags & Symbols.value("MSG_PEEK")) != 0,
                (flags & Symbols.value("MSG_WAITALL")) != 0);
    }

    private static int messageLength(Arguments arguments) throws UnsupportedCallException {
        Optional<Expression> control = arguments.field(1, "msg_control");
        if (control.isPresent()
                && !(control.get() instanceof Expression.Array array
                        && array.elements().isEmpty())) {
            throw arguments.unsupported("with control messages");
        }
        return arguments.vectorLength(
                arguments.field(1, "msg_iov").orElseThrow(() -> arguments.unsupported("without msg_iov")));
    }

    private static SocketCall fcntl(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        String command = arguments.symbol(1);
        if (command.equals("F_GETFL")) {
            return sockets -> {
                Socket socket = sockets.find(fd);
                long nonBlocking = socket != null && socket.nonBlocking() ? Symbols.value("O_NONBLOCK") : 0;
                return socket == null
                        ? CallOutcome.failed(Errno.EBADF)
                        : CallOutcome.returned(Symbols.value("O_RDWR") | nonBlocking);
            };
        }
        if (!command.equals("F_SETFL")) {
            throw arguments.unsupported("with " + command);
        }
        boolean nonBlocking = (arguments.number(2) & Symbols.value("O_NONBLOCK")) != 0;
        return sockets -> {
            Socket socket = sockets.find(fd);
            if (socket == null) {
                return CallOutcome.failed(Errno.EBADF);
            }
            socket.setNonBlocking(nonBlocking);
            return CallOutcome.returned(0);
        };
    }

    private static SocketCall ioctl(Arguments arguments) throws UnsupportedCallException {
        long fd = arguments.number(0);
        String request = arguments.symbol(1);
        long expected = arguments.boxed(2);
        return switch (request) {
            case "FIONREAD", "SIOCINQ" -> sockets -> new Streams(sockets).readable(fd, expected);
            case "SIOCOUTQ", "TIOCOUTQ" -> sockets -> new Streams(sockets).unacknowledged(fd, expected);
            default -> throw arguments.unsupported("with " + request);
        };
    }

    private static SocketCall poll(Arguments arguments) throws UnsupportedCallException {
        List<Poll.Request> requests = new ArrayList<>();
        if (!(arguments.at(0) instanceof Expression.Array array)) {
            throw arguments.unsupported("with " + arguments.symbol(0));
        }
        for (Expression one : array.elements()) {
            Expression fd = Arguments.field(one, "fd").orElseThrow(() -> arguments.unsupported("with " + one));
            Expression events = Arguments.field(one, "events").orElseThrow(() -> arguments.unsupported("with " + one));
            Expression answer = Arguments.field(one, "revents").orElse(new Expression.Int(0));
            requests.add(new Poll.Request(
                    arguments.number(fd), (int) arguments.number(events), (int) arguments.number(answer)));
        }
        long timeout = arguments.number(2);
        return new WaitingPoll(requests, timeout < 0 ? Long.MAX_VALUE : timeout * MILLISECOND);
    }

    /** A poll remembers when it began. */
    private static final class WaitingPoll implements SocketCall {
        private final List<Poll.Request> requests;
        private final long patience;
        private long until = -1;

        WaitingPoll(List<Poll.Request> requests, long patience) {
            this.requests = requests;
            this.patience = patience;
        }

        @Override
        public CallOutcome attempt(Sockets sockets) {
            if (until < 0) {
                long now = sockets.network().now();
                until = patience > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + patience;
            }
            return new Poll(sockets).poll(requests, until);
        }
    }
}
