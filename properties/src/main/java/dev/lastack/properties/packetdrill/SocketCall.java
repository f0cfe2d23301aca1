package dev.lastack.properties.packetdrill;

/** A system call of a script, ready to be tried on the sockets of a run, again and again while it blocks. */
@FunctionalInterface
interface SocketCall {

    /** Tries the call now; one that the stack cannot honour is unsupported. */
    Outcome attempt(Sockets sockets) throws Mismatch, UnsupportedCallException;
}
