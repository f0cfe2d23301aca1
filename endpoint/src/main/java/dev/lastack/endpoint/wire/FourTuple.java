package dev.lastack.endpoint.wire;

/**
 * The two sockets of a connection, seen from one end.
 *
 * @param localAddress IPv4, most significant octet first
 * @param localPort 0 to 65535
 */
public record FourTuple(int localAddress, int localPort, int remoteAddress, int remotePort) {

    public FourTuple {
        requirePort(localPort);
        requirePort(remotePort);
    }

    /** The same connection seen from the other end. */
    public FourTuple reversed() {
        return new FourTuple(remoteAddress, remotePort, localAddress, localPort);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port + ": expected 0 to 65535");
        }
    }
}
