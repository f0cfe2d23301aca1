package dev.lastack.probe.host;

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
}
