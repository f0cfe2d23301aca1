package dev.lastack.properties.packetdrill;

import dev.lastack.endpoint.UserOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A socket of the host under test: what the system keeps beside the connection. */
final class Socket {

    /** What the socket is for. */
    enum Kind {
        FRESH,
        LISTENING,
        CONNECTED
    }

    private final Map<String, Long> options = new HashMap<>();
    private final Map<UserOption, Long> userOptions = new EnumMap<>(UserOption.class);
    private Kind kind = Kind.FRESH;
    private int port;
    private boolean nonBlocking;
    private boolean connecting;
    private boolean sendShut;
    private boolean receiveShut;
    private long linger = -1;
    private @Nullable Connection connection;

    Socket(boolean nonBlocking) {
        this.nonBlocking = nonBlocking;
    }

    Kind kind() {
        return kind;
    }

    int port() {
        return port;
    }

    void bind(int localPort) {
        port = localPort;
    }

    void listen() {
        kind = Kind.LISTENING;
    }

    void connect(Connection to) {
        kind = Kind.CONNECTED;
        connection = to;
        connecting = !to.opened();
    }

    /** The connection of a socket whose kind is CONNECTED. */
    Connection connection() {
        if (connection == null) {
            throw new AssertionError("a socket of kind " + kind + " has no connection");
        }
        return connection;
    }

    boolean nonBlocking() {
        return nonBlocking;
    }

    void setNonBlocking(boolean on) {
        nonBlocking = on;
    }

    /** A connect is under way whose result nobody has been told. */
    boolean connecting() {
        return connecting;
    }

    void told() {
        connecting = false;
    }

    boolean sendShut() {
        return sendShut;
    }

    boolean receiveShut() {
        return receiveShut;
    }

    void shut(boolean sending, boolean receiving) {
        sendShut |= sending;
        receiveShut |= receiving;
    }

    /** Microseconds that close waits: 0 aborts, -1 does not wait. */
    long linger() {
        return linger;
    }

    void setLinger(long micros) {
        linger = micros;
    }

    /** Options as the script set them, by name. */
    Map<String, Long> options() {
        return options;
    }

    /** Options that the stack of the socket's connection is to have; those of a listener pass to its children. */
    Map<UserOption, Long> userOptions() {
        return userOptions;
    }
}
