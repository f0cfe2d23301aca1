package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.wire.Segment;

/** Checks of an arriving segment, each wrong in one point. */
final class WrongArrivals {

    private WrongArrivals() {}

    /** RCV.NXT does not advance over FIN. */
    static TcpRules finNotCounted(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public long afterFinReceived(long rcvNxt) {
                return rcvNxt;
            }
        };
    }

    /** An ACK of what was never sent is ignored. */
    static TcpRules unsentAckIgnored(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public AckRange ackRange(Tcb tcb, Segment segment) {
                AckRange range = super.ackRange(tcb, segment);
                return range == AckRange.UNSENT ? AckRange.DUPLICATE : range;
            }
        };
    }

    /** A duplicate ACK moves SND.UNA back. */
    static TcpRules duplicateTaken(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public AckRange ackRange(Tcb tcb, Segment segment) {
                AckRange range = super.ackRange(tcb, segment);
                return range == AckRange.DUPLICATE ? AckRange.NEW : range;
            }
        };
    }

    /** SYN-SENT takes any ACK for that of its SYN. */
    static TcpRules anyAckOfSyn(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean acknowledgesSyn(Tcb tcb, Segment segment) {
                return true;
            }
        };
    }

    /** No sequence check. */
    static TcpRules withoutSequenceCheck(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean acceptable(Tcb tcb, Segment segment) {
                return true;
            }
        };
    }

    /** Text and FIN are taken out of order. */
    static TcpRules outOfOrder(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean inOrder(Tcb tcb, long seq) {
                return true;
            }
        };
    }

    /** SYN-RECEIVED is established by any ACK. */
    static TcpRules establishedByAnyAck(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean establishes(Tcb tcb, Segment segment) {
                return true;
            }
        };
    }

    /** An old ACK is not challenged (RFC 5961 §5). */
    static TcpRules oldAckNotChallenged(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean ackInRange(Tcb tcb, Segment segment) {
                return true;
            }
        };
    }

    /** An older segment updates the window. */
    static TcpRules oldWindow(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean updatesWindow(Tcb tcb, Segment segment) {
                return true;
            }
        };
    }
}
