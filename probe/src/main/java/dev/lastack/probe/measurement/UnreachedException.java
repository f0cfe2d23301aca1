package dev.lastack.probe.measurement;

import dev.lastack.tcp.TcpState;

/** A connection of the host did not come into the state in which something was to be tried. */
public final class UnreachedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnreachedException(TcpState wanted, TcpState state) {
        super("the host is in " + state + ", not in " + wanted);
    }
}
