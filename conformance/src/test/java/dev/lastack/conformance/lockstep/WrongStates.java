package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.tcp.TcpState;

/** Rules that say which state follows, each wrong in one point. */
final class WrongStates {

    private WrongStates() {}

    /** CLOSING is skipped on simultaneous close. */
    static TcpRules withoutClosing(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public TcpState afterPeerFin(TcpState state) {
                return state == TcpState.FIN_WAIT_1 ? TcpState.TIME_WAIT : super.afterPeerFin(state);
            }
        };
    }

    /** Half-close stops receiving. */
    static TcpRules deafAfterClose(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean takesText(Tcb tcb) {
                return tcb.state() == TcpState.ESTABLISHED;
            }
        };
    }

    /** A SYN does not return SYN-RECEIVED to LISTEN. */
    static TcpRules neverBackToListen(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean synReturnsToListen(Tcb tcb) {
                return false;
            }
        };
    }

    /** CLOSE in CLOSE-WAIT leads to CLOSING. */
    static TcpRules closingAfterCloseWait(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public TcpState afterClose(TcpState state) {
                return state == TcpState.CLOSE_WAIT ? TcpState.CLOSING : super.afterClose(state);
            }
        };
    }

    /** CLOSING leads to CLOSED. */
    static TcpRules closedAfterClosing(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public TcpState afterOwnFinAcknowledged(TcpState state) {
                return state == TcpState.CLOSING ? TcpState.CLOSED : super.afterOwnFinAcknowledged(state);
            }
        };
    }

    /** FIN-WAIT-1 ignores the ACK of its FIN. */
    static TcpRules stuckInFinWait1(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public TcpState afterOwnFinAcknowledged(TcpState state) {
                return state == TcpState.FIN_WAIT_1 ? state : super.afterOwnFinAcknowledged(state);
            }
        };
    }

    /** Simultaneous open skips SYN-RECEIVED. */
    static TcpRules withoutSynReceived(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public TcpState afterSynInSynSent(boolean synAcknowledged) {
                return TcpState.ESTABLISHED;
            }
        };
    }
}
