package dev.lastack.probe.host;

import java.util.List;

/** A host under test. Each of its connections has a port of the peer to itself. */
public interface MeasuredHost {

    /** A connection that the peer will open. */
    HostConnection incoming();

    /**
     * A connection that the host opens by {@link HostConnection#open}.
     *
     * @param named the user names the port; else the host chooses it
     */
    HostConnection outgoing(boolean named);

    /** How many connections it serves side by side. */
    default int atOnce() {
        return 1;
    }

    /** Lets so many microseconds pass on each of the connections. */
    default void elapse(List<HostConnection> connections, long micros) {
        connections.forEach(connection -> connection.elapse(micros));
    }
}
