package dev.lastack.capture.findings;

import dev.lastack.capture.connection.End;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.TcpStateSet;
import dev.lastack.capture.packet.RecordedSegment;
import java.util.EnumMap;
import java.util.Map;

/** A challenge ACK, RFC 5961: a pure ACK that repeats the sender's numbers right after a SYN, an RST or a wrong ACK. */
final class ChallengeWatch {

    private final IncarnationWatch watch;
    private final Map<Side, String> triggers = new EnumMap<>(Side.class);

    ChallengeWatch(IncarnationWatch watch) {
        this.watch = watch;
    }

    void seen(SegmentEffect step) {
        Side from = step.from();
        if (step.attempt()) {
            triggers.put(from, "a SYN");
        } else if (step.segment().rst() && step.receiverAcked() && step.segment().seq != step.receiversAck()) {
            triggers.put(from, "an RST that is not at RCV.NXT");
        } else if (!step.fits() && !step.segment().syn()) {
            triggers.put(from, "a segment with numbers of no use");
        } else if (answers(step)) {
            String trigger = triggers.remove(from.peer());
            String where = (step.sendersStates() & TcpStateSet.TIME_WAIT) != 0 ? " in TIME-WAIT" : "";
            watch.find(
                    FindingKind.CHALLENGE_ACK,
                    Certainty.PROVEN,
                    "%s answered %s of %s by an ACK of what it has%s.".formatted(from, trigger, from.peer(), where));
        } else if (step.fits()) {
            triggers.remove(from);
        }
    }

    private boolean answers(SegmentEffect step) {
        if (!triggers.containsKey(step.from().peer())) {
            return false;
        }
        RecordedSegment segment = step.segment();
        End end = watch.incarnation().end(step.from());
        boolean pure = segment.flags == RecordedSegment.ACK && segment.text == 0;
        return step.fits() && pure && segment.seq == end.next() && segment.ack == end.ackSent();
    }
}
