package dev.lastack.conformance.packetdrill.network;

import dev.lastack.endpoint.UserError;

/** The errors that system calls on a TCP socket give, as Linux names them. */
public enum Errno {
    EBADF,
    EINVAL,
    EAGAIN,
    EPIPE,
    EINPROGRESS,
    EALREADY,
    EISCONN,
    ENOTCONN,
    ECONNRESET,
    ECONNREFUSED,
    ETIMEDOUT,
    ENOBUFS;

    /** The errno that stands for an error of RFC 9293 §3.10. */
    public static Errno of(UserError error) {
        return switch (error) {
            case CONNECTION_DOES_NOT_EXIST, FOREIGN_SOCKET_UNSPECIFIED -> ENOTCONN;
            case CONNECTION_ALREADY_EXISTS -> EISCONN;
            case CONNECTION_CLOSING -> EPIPE;
            case INSUFFICIENT_RESOURCES -> ENOBUFS;
        };
    }

    /** Whether a script's symbol means this error. */
    public boolean isCalled(String symbol) {
        return name().equals(symbol) || (this == EAGAIN && symbol.equals("EWOULDBLOCK"));
    }
}
