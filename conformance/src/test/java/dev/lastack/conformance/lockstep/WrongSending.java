package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.tcp.TcpState;

/** Rules that say what is sent, and again, each wrong in one point. */
final class WrongSending {

    private WrongSending() {}

    /** A retransmitted FIN is not acknowledged again. */
    static TcpRules finAcknowledgedOnce(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean acknowledgesUnacceptable(Tcb tcb, Segment segment) {
                return !segment.fin() && super.acknowledgesUnacceptable(tcb, segment);
            }
        };
    }

    /** LAST-ACK does not retransmit. */
    static TcpRules lastAckOnce(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean retransmits(Tcb tcb) {
                return tcb.state() != TcpState.LAST_ACK;
            }
        };
    }

    /** FIN is sent before queued text. */
    static TcpRules finBeforeText(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean finMayBeSent(Tcb tcb, int octetsQueued) {
                return true;
            }
        };
    }

    /** The ISS is reused. */
    static TcpRules sameIss(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public long initialSequenceNumber(long chosen) {
                return -1;
            }
        };
    }

    /** The FIN is retransmitted with a new number. */
    static TcpRules finRenumbered(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public long retransmissionSeq(Tcb tcb, long seq) {
                return seq == tcb.finSeq() ? numbers().plus(seq, 1) : seq;
            }
        };
    }

    /** R2 is ignored. */
    static TcpRules neverGivesUp(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean givesUp(Tcb tcb) {
                return false;
            }
        };
    }

    /** Every second segment is not acknowledged at once. */
    static TcpRules secondDelayed(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean delaysAck(Tcb tcb, boolean text, boolean waits) {
                return super.delaysAck(tcb, text, false);
            }
        };
    }

    /** No acknowledgment is delayed. */
    static TcpRules nothingDelayed(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean delaysAck(Tcb tcb, boolean text, boolean waits) {
                return false;
            }
        };
    }

    /** CLOSE with octets unread sends a FIN. */
    static TcpRules unreadForgotten(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean closeResets(Tcb tcb, int octetsUnread) {
                return false;
            }
        };
    }

    /** Text after CLOSE is taken. */
    static TcpRules textForNobody(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean textFindsNobody(Tcb tcb) {
                return false;
            }
        };
    }

    /** Nothing is retransmitted. */
    static TcpRules onceOnly(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean retransmits(Tcb tcb) {
                return false;
            }
        };
    }
}
