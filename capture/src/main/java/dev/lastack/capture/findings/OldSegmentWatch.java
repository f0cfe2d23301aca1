package dev.lastack.capture.findings;

import dev.lastack.capture.connection.End;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.packet.RecordedSegment;
import org.jspecify.annotations.Nullable;

/** A packet of the incarnation before, recorded again in this one: rejected, acceptable, or accepted for certain. */
final class OldSegmentWatch {

    private final IncarnationWatch watch;
    private @Nullable Draft acceptable;
    private @Nullable Side from;
    private int end;

    OldSegmentWatch(IncarnationWatch watch) {
        this.watch = watch;
    }

    /** A copy of an old packet. */
    void seen(SegmentEffect step) {
        RecordedSegment segment = step.segment();
        String name = "%s of incarnation %d"
                .formatted(kind(segment), watch.incarnation().number() - 1);
        if (!acceptable(step)) {
            watch.find(
                    FindingKind.OLD_SEGMENT_REJECTED,
                    Certainty.PROVEN,
                    "%s of %s came again; %s does not accept its numbers."
                            .formatted(name, step.from(), step.from().peer()));
            return;
        }
        acceptable = watch.find(
                situation(segment),
                Certainty.POSSIBLE,
                "%s of %s came again and is acceptable to %s."
                        .formatted(name, step.from(), step.from().peer()));
        from = step.from();
        end = segment.end();
    }

    /** RFC 9293 §3.10.7.4, first and fifth check; RFC 7323 §5.3. */
    private boolean acceptable(SegmentEffect step) {
        RecordedSegment segment = step.segment();
        End receiver = watch.incarnation().end(step.from().peer());
        boolean unread = segment.length() > 0 ? segment.end() - step.receiversAck() > 0 : true;
        int distance = segment.seq - step.receiversAck();
        boolean inWindow = step.receiverAcked() && distance >= 0 && distance < Math.max(receiver.widest(), 1);
        boolean ackable = !segment.acks() || segment.ack - step.receiversNext() <= 0;
        return unread && inWindow && ackable && !step.pawsRejects();
    }

    /** An ACK that covers the old segment although its end never sent such octets in this incarnation: it was accepted. */
    void answered(SegmentEffect step) {
        if (acceptable == null
                || from == null
                || step.from() != from.peer()
                || !step.segment().acks()) {
            return;
        }
        boolean covers = step.segment().ack - end >= 0 && step.segment().ack - step.receiversNext() > 0;
        if (covers && acceptable.situation != FindingKind.OLD_ACK_ACCEPTED) {
            acceptable.certainty = Certainty.PROVEN;
            acceptable.sentence =
                    acceptable.sentence.replace("is acceptable to " + step.from(), step.from() + " acknowledged it");
        }
        acceptable = null;
    }

    private static FindingKind situation(RecordedSegment segment) {
        if (segment.rst()) {
            return FindingKind.OLD_RST_ACCEPTED;
        }
        if (segment.fin()) {
            return FindingKind.OLD_FIN_ACCEPTED;
        }
        return segment.text > 0 ? FindingKind.OLD_DATA_ACCEPTED : FindingKind.OLD_ACK_ACCEPTED;
    }

    private static String kind(RecordedSegment segment) {
        return switch (situation(segment)) {
            case OLD_RST_ACCEPTED -> "an RST";
            case OLD_FIN_ACCEPTED -> "a FIN";
            case OLD_DATA_ACCEPTED -> "text";
            default -> "an ACK";
        };
    }
}
