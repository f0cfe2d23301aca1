package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.tcp.TcpState;

/** Rules of RST, sent and received, each wrong in one point. */
final class WrongResets {

    private WrongResets() {}

    /** An RST outside the window is acted on. */
    static TcpRules outsideTheWindow(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean acceptable(Tcb tcb, Segment segment) {
                return segment.rst() || super.acceptable(tcb, segment);
            }

            @Override
            public OnReset onReset(Tcb tcb, Segment segment) {
                return OnReset.ACT;
            }
        };
    }

    /** RST answers RST. */
    static TcpRules answersReset(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean mayBeAnsweredByReset(Segment segment) {
                return true;
            }
        };
    }

    /** An RST anywhere in the window resets. */
    static TcpRules anywhereInTheWindow(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public OnReset onReset(Tcb tcb, Segment segment) {
                return OnReset.ACT;
            }
        };
    }

    /** An RST beside RCV.NXT is not challenged. */
    static TcpRules notChallenged(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public OnReset onReset(Tcb tcb, Segment segment) {
                OnReset action = super.onReset(tcb, segment);
                return action == OnReset.CHALLENGE ? OnReset.IGNORE : action;
            }
        };
    }

    /** A SYN in the window resets. */
    static TcpRules bySyn(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean synResets(Tcb tcb, Segment segment) {
                return true;
            }
        };
    }

    /** An RST ends a passive SYN-RECEIVED. */
    static TcpRules endsPassiveOpen(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public TcpState afterReset(Tcb tcb) {
                return TcpState.CLOSED;
            }
        };
    }

    /** An RST does not take its number from the ACK. */
    static TcpRules withoutNumber(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public long resetSeq(Segment segment) {
                return 0;
            }
        };
    }

    /** ABORT is silent. */
    static TcpRules silentAbort(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean abortSendsReset(Tcb tcb) {
                return false;
            }
        };
    }

    /** ABORT sends RST in every state. */
    static TcpRules abortInEveryState(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean abortSendsReset(Tcb tcb) {
                return true;
            }
        };
    }
}
