package dev.lastack.probe.measurement;

import dev.lastack.probe.host.HostConnection;
import dev.lastack.probe.host.Peer;
import dev.lastack.tcp.TcpState;

/** What the host's connection is brought to before anything is tried on it. */
public enum Situation {
    ESTABLISHED(TcpState.ESTABLISHED),
    /** The host's user has closed, the peer has acknowledged it. */
    FIN_WAIT_2(TcpState.FIN_WAIT_2),
    /** The host has closed first. */
    TIME_WAIT(TcpState.TIME_WAIT),
    /** The peer has closed first; it never acknowledges the host's FIN. */
    LAST_ACK(TcpState.LAST_ACK);

    private static final long LOOK = 20_000;
    private static final int LOOKS = 500;

    private final TcpState state;

    Situation(TcpState state) {
        this.state = state;
    }

    /** The state of the host. */
    public TcpState state() {
        return state;
    }

    /** Brings a fresh connection here. */
    public void reach(HostConnection host, Peer peer) {
        peer.connect();
        switch (this) {
            case ESTABLISHED -> {}
            case FIN_WAIT_2 -> closeFirst(host, peer);
            case TIME_WAIT -> {
                closeFirst(host, peer);
                requireState(host, TcpState.FIN_WAIT_2);
                peer.finish();
            }
            case LAST_ACK -> {
                peer.finish();
                host.close();
            }
        }
        requireState(host, state);
    }

    private static void closeFirst(HostConnection host, Peer peer) {
        host.close();
        peer.awaitFin();
        peer.acknowledge();
    }

    private static void requireState(HostConnection host, TcpState wanted) {
        for (int i = 0; i < LOOKS && host.state() != wanted; i++) {
            host.elapse(LOOK);
        }
        if (host.state() != wanted) {
            throw new UnreachedException(wanted, host.state());
        }
    }
}
