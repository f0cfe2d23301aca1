package dev.lastack.endpoint;

import dev.lastack.endpoint.TcpRules.OnReset;
import java.util.OptionalLong;

/** RFC 9293 §3.10.7.4 in TIME-WAIT, where every stack has rules of its own. */
final class TimeWaitArrival {

    private final Connection connection;
    private final Transmission transmission;
    private final SegmentArrives arrivals;

    TimeWaitArrival(Connection connection, Transmission transmission, SegmentArrives arrivals) {
        this.connection = connection;
        this.transmission = transmission;
        this.arrivals = arrivals;
    }

    void process(Segment segment) {
        Tcb tcb = connection.tcb;
        boolean acceptable = connection.rules.acceptable(tcb, segment);
        boolean answered = checks(segment, acceptable);
        if (connection.tcb == tcb && connection.timeWaitRules.restarts(tcb, segment, acceptable, answered)) {
            connection.outbox.decided("RFC 9293 §3.10.7.4: the 2MSL timer starts again");
            connection.startTimeWait();
        }
    }

    /** Returns whether the segment was acknowledged. */
    private boolean checks(Segment segment, boolean acceptable) {
        Tcb tcb = connection.tcb;
        if (segment.syn() && !segment.hasAck() && !segment.rst()) {
            return syn(segment);
        }
        if (connection.rules.pawsRejects(tcb, segment)) {
            connection.outbox.decided("RFC 7323 §5.3 R1: SEG.TSval < TS.Recent");
            return acknowledge();
        }
        if (connection.timestamping.missing(tcb, segment)) {
            connection.outbox.decided("RFC 7323 §3.2: timestamps missing, dropped");
            return false;
        }
        if (!acceptable) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, first check: outside the window");
            return connection.rules.acknowledgesUnacceptable(tcb, segment) && acknowledge();
        }
        connection.timestamping.follow(tcb, segment, connection.numbers);
        if (segment.rst()) {
            return reset(connection.rules.onReset(tcb, segment));
        }
        if (segment.syn()) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, fourth check: SYN");
            return challenge();
        }
        if (!segment.hasAck()) {
            connection.outbox.decided("RFC 9293 §3.10.7.4, fifth check: no ACK, dropped");
            return false;
        }
        if (!connection.rules.ackInRange(tcb, segment)) {
            connection.outbox.decided("RFC 5961 §5.2: SEG.ACK out of range");
            return challenge();
        }
        connection.outbox.decided("RFC 9293 §3.10.7.4, fifth check: TIME-WAIT");
        boolean bareAck = segment.length() == 0;
        return (segment.fin() || (bareAck && connection.timeWaitRules.answersBareAck())) && acknowledge();
    }

    private boolean syn(Segment syn) {
        return switch (connection.timeWaitRules.onSyn(connection.tcb, syn)) {
            case CHALLENGE -> {
                connection.outbox.decided("RFC 9293 §3.10.7.4, fourth check: SYN in TIME-WAIT");
                yield challenge();
            }
            case DROP -> {
                connection.outbox.decided("RFC 6191 §2: SYN in TIME-WAIT dropped");
                yield false;
            }
            case RESET -> {
                connection.outbox.decided("RFC 793: SYN in the window answered by RST");
                transmission.resetFor(syn);
                yield false;
            }
            case REOPEN -> {
                connection.outbox.decided("RFC 9293 §3.6.1: SYN reopens the connection (MAY-2)");
                long used = connection.tcb.sndNxt;
                long chosen = connection.isn.next(connection.now, OptionalLong.of(used));
                arrivals.passiveOpen(syn, beyond(chosen, used));
                yield false;
            }
        };
    }

    /** RFC 9293 §3.6.1: the new ISS is larger than the largest number used before. */
    private long beyond(long chosen, long used) {
        return connection.numbers.less(connection.numbers.of(chosen), used) ? used : chosen;
    }

    private boolean reset(OnReset action) {
        switch (action) {
            case IGNORE -> connection.outbox.decided("RFC 1337 F1: RST in TIME-WAIT ignored");
            case CHALLENGE -> {
                connection.outbox.decided("RFC 5961 §3.2: RST in the window, not at RCV.NXT");
                return challenge();
            }
            case ACT -> {
                connection.outbox.decided("RFC 9293 §3.10.7.4, second check: RST ends TIME-WAIT");
                connection.end();
            }
        }
        return false;
    }

    private boolean acknowledge() {
        transmission.ack();
        return true;
    }

    private boolean challenge() {
        transmission.challengeAck();
        return true;
    }
}
