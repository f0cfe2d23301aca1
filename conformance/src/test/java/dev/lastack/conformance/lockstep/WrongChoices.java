package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.TimeWaitRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.wire.Segment;

/** What a knob makes a stack do otherwise than RFC 9293, each done as if the knob were not set. */
final class WrongChoices {

    private WrongChoices() {}

    /** A FIN in TIME-WAIT is answered. */
    static TimeWaitRules finAnswered(EndpointConfig config) {
        return new TimeWaitRules(config) {
            @Override
            public boolean ignoresFin() {
                return false;
            }
        };
    }

    /** An ACK in order is answered in TIME-WAIT like any other. */
    static TimeWaitRules ackInOrderAnswered(EndpointConfig config) {
        return new TimeWaitRules(config) {
            @Override
            public boolean answersBareAck(Tcb tcb, Segment segment) {
                boolean inOrder =
                        segment.length() == 0 && segment.seq() == tcb.rcvNxt() && segment.ack() == tcb.sndNxt();
                return inOrder || super.answersBareAck(tcb, segment);
            }
        };
    }

    /** CLOSING has no timer. */
    static TcpRules closingForEver(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public long closingTimeout() {
                return EndpointConfig.NEVER;
            }
        };
    }

    /** LAST-ACK has no timer. */
    static TcpRules lastAckForEver(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public long lastAckTimeout() {
                return EndpointConfig.NEVER;
            }
        };
    }

    /** A FIN that comes again in CLOSING is answered by an ACK. */
    static TcpRules finAcknowledgedInClosing(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean answersFinByFin(Tcb tcb, Segment segment) {
                return false;
            }
        };
    }

    /** The SYN waits for its timer. */
    static TcpRules synWaits(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean sendsSynAgainAtOnce(Tcb tcb) {
                return false;
            }
        };
    }

    /** R2 is reached in silence. */
    static TcpRules silentGiveUp(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean resetsOnGivingUp(Tcb tcb) {
                return false;
            }
        };
    }

    /** The RST takes its numbers from the SYN. */
    static TcpRules synAnsweredByItsNumbers(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean resetsSynByOwnNumbers() {
                return false;
            }
        };
    }

    /** A SYN goes through the checks. */
    static TcpRules synChecked(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean dropsSyn(Tcb tcb, Segment segment) {
                return false;
            }
        };
    }

    /** An RST has to lie in the window. */
    static TcpRules resetChecked(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean takesResetAnywhere(Tcb tcb) {
                return false;
            }
        };
    }

    /** CLOSED answers everything. */
    static TcpRules closedAnswers(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean answersWithoutConnection(Segment segment) {
                return true;
            }
        };
    }
}
