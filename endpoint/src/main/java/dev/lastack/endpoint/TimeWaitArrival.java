package dev.lastack.endpoint;

import dev.lastack.endpoint.TcpRules.OnReset;
import dev.lastack.endpoint.TimeWaitRules.Fate;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.wire.Segment;

/** RFC 9293 §3.10.7.4 in TIME-WAIT, where stacks differ most. */
final class TimeWaitArrival {

    private final Connection connection;
    private final Transmission transmission;
    private final SegmentArrives arrivals;
    private Fate fate = Fate.DISCARDED;

    TimeWaitArrival(Connection connection, Transmission transmission, SegmentArrives arrivals) {
        this.connection = connection;
        this.transmission = transmission;
        this.arrivals = arrivals;
    }

    void process(Segment segment) {
        Tcb tcb = connection.tcb;
        fate = Fate.DISCARDED;
        boolean answered = checks(segment);
        if (connection.tcb == tcb && connection.timeWaitRules.restarts(tcb, segment, fate, answered)) {
            connection.outbox.decided("RFC 9293 §3.10.7.4: the 2MSL timer starts again");
            connection.restartTimeWait();
        }
    }

    /** Returns whether the segment was answered. */
    private boolean checks(Segment segment) {
        Tcb tcb = connection.tcb;
        boolean bareSyn = segment.syn() && !segment.hasAck() && !segment.rst();
        if (bareSyn && takesSyn(segment)) {
            return false;
        }
        if (segment.fin() && !segment.syn() && !segment.rst() && connection.timeWaitRules.ignoresFin()) {
            ignoreFin(segment);
            return false;
        }
        if (connection.rules.pawsRejects(tcb, segment)) {
            connection.outbox.decided("RFC 7323 §5.3 R1: SEG.TSval < TS.Recent");
            return acknowledge();
        }
        if (connection.timestamping.missing(tcb, segment)) {
            connection.outbox.decided("RFC 7323 §3.2: timestamps missing, dropped");
            return false;
        }
        boolean resetAnywhere = segment.rst() && connection.rules.takesResetAnywhere(tcb);
        if (!resetAnywhere && !connection.rules.acceptable(tcb, segment)) {
            fate = segment.rst() ? Fate.DISCARDED : Fate.OUTSIDE;
            connection.outbox.decided("RFC 9293 §3.10.7.4, first check: outside the window");
            return connection.rules.acknowledgesUnacceptable(tcb, segment) && acknowledge();
        }
        connection.timestamping.follow(tcb, segment, connection.numbers);
        if (segment.rst()) {
            return reset(connection.rules.onReset(tcb, segment));
        }
        if (segment.syn()) {
            return connection.timeWaitRules.resetsSyn() ? resetFor(segment) : challengeSyn();
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
        fate = Fate.PROCESSED;
        return (segment.fin() || connection.timeWaitRules.answersBareAck(tcb, segment)) && acknowledge();
    }

    /** No answer; whether the 2MSL timer starts again depends on where the FIN lies. */
    private void ignoreFin(Segment segment) {
        Tcb tcb = connection.tcb;
        connection.outbox.decided("time-wait.fin: FIN in TIME-WAIT ignored");
        if (!connection.rules.pawsRejects(tcb, segment)) {
            fate = connection.rules.acceptable(tcb, segment) ? Fate.PROCESSED : Fate.OUTSIDE;
        }
    }

    /** Returns whether the SYN is dealt with. */
    private boolean takesSyn(Segment syn) {
        return switch (connection.timeWaitRules.onSyn(connection.tcb, syn)) {
            case AS_ELSEWHERE -> false;
            case DROP -> {
                connection.outbox.decided("RFC 6191 §2: SYN in TIME-WAIT dropped");
                yield true;
            }
            case REOPEN -> {
                connection.outbox.decided("RFC 9293 §3.6.1: SYN reopens the connection (MAY-2)");
                // The ISS lies beyond the largest number used before.
                arrivals.passiveOpen(syn, connection.tcb.sndNxt);
                yield true;
            }
        };
    }

    private boolean reset(OnReset action) {
        switch (action) {
            case IGNORE -> connection.outbox.decided("RFC 1337 §3, F1: RST in TIME-WAIT ignored");
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

    private boolean resetFor(Segment syn) {
        connection.outbox.decided("RFC 793 §3.9, fourth check: SYN answered by RST");
        transmission.resetFor(syn);
        return true;
    }

    private boolean challengeSyn() {
        connection.outbox.decided("RFC 9293 §3.10.7.4, fourth check: SYN");
        return challenge();
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
