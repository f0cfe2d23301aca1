package dev.lastack.conformance.packetdrill.network;

import dev.lastack.endpoint.UserOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A socket of the host under test: what the system keeps in addition to the connection. */
public final class Socket {

    /** What the socket is for. */
    public enum Kind {
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
    private @Nullable ScriptConnection connection;

    public Socket(boolean nonBlocking) {
        this.nonBlocking = nonBlocking;
    }

    public Kind kind() {
        return kind;
    }

    public int port() {
        return port;
    }

    public void bind(int localPort) {
        port = localPort;
    }

    public void listen() {
        kind = Kind.LISTENING;
    }

    public void connect(ScriptConnection to) {
        kind = Kind.CONNECTED;
        connection = to;
        connecting = !to.opened();
    }

    /** The connection of a socket whose kind is CONNECTED. */
    public ScriptConnection connection() {
        if (connection == null) {
            throw new AssertionError("a socket of kind " + kind + " has no connection");
        }
        return connection;
    }

    public boolean nonBlocking() {
        return nonBlocking;
    }

    public void setNonBlocking(boolean on) {
        nonBlocking = on;
    }

    /** A connect is under way whose result nobody has been told. */
    public boolean connecting() {
        return connecting;
    }

    public void told() {
        connecting = false;
    }

    public boolean sendShut() {
        return sendShut;
    }

    public boolean receiveShut() {
        return receiveShut;
    }

    public void shut(boolean sending, boolean receiving) {
        sendShut |= sending;
        receiveShut |= receiving;
    }

    /** Microseconds that close waits: 0 aborts, -1 does not wait. */
    public long linger() {
        return linger;
    }

    public void setLinger(long micros) {
        linger = micros;
    }

    /** Options as the script set them, by name. */
    public Map<String, Long> options() {
        return options;
    }

    /** Options that the stack of the socket's connection is to have; those of a listener pass to its children. */
    public Map<UserOption, Long> userOptions() {
        return userOptions;
    }
}
