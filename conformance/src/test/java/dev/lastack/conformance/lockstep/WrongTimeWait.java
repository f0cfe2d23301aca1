package dev.lastack.conformance.lockstep;

import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.TimeWaitRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.tcp.TcpState;

/** Rules of TIME-WAIT, and against old duplicates, each wrong in one point. */
final class WrongTimeWait {

    private WrongTimeWait() {}

    /** TIME-WAIT is skipped. */
    static TcpRules skipped(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public long timeWait() {
                return 0;
            }
        };
    }

    /** The 2MSL timer is not started again. */
    static TimeWaitRules notRestarted(EndpointConfig config) {
        return new TimeWaitRules(config) {
            @Override
            public boolean restarts(Tcb tcb, Segment segment, Fate fate, boolean answered) {
                return false;
            }
        };
    }

    /** TIME-WAIT answers every ACK. */
    static TimeWaitRules everyAckAnswered(EndpointConfig config) {
        return new TimeWaitRules(config) {
            @Override
            public boolean answersBareAck(Tcb tcb, Segment segment) {
                return true;
            }
        };
    }

    /** LAST-ACK leads to TIME-WAIT. */
    static TcpRules afterLastAck(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public TcpState afterOwnFinAcknowledged(TcpState state) {
                return state == TcpState.LAST_ACK ? TcpState.TIME_WAIT : super.afterOwnFinAcknowledged(state);
            }
        };
    }

    /** PAWS is not checked. */
    static TcpRules withoutPaws(EndpointConfig config) {
        return new TcpRules(config) {
            @Override
            public boolean pawsRejects(Tcb tcb, Segment segment) {
                return false;
            }
        };
    }
}
