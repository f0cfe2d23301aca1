package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.network.Mismatch;

/** A system call of a script, ready to be tried on the sockets of a run, again and again while it blocks. */
@FunctionalInterface
public interface SocketCall {

    /** Tries the call now; one that the stack cannot honour is unsupported. */
    CallOutcome attempt(Sockets sockets) throws Mismatch, UnsupportedCallException;
}
