package dev.lastack.capture.findings;

import dev.lastack.capture.connection.End;
import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.connection.TcpStateSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an RST means: by whom, in which state of its receiver, and whether it had an effect. */
final class ResetWatch {

    /** What is sent this long after an RST was not under way with it. */
    private static final long LATER = 200_000_000L;

    private final IncarnationWatch watch;
    private final Assumptions assumptions;
    private final Map<Side, Long> resetBy = new EnumMap<>(Side.class);
    private final Map<Side, Boolean> reported = new EnumMap<>(Side.class);
    private @Nullable Draft assassination;
    private @Nullable Side assassinated;
    private @Nullable Side textFrom;

    ResetWatch(IncarnationWatch watch, Assumptions assumptions) {
        this.watch = watch;
        this.assumptions = assumptions;
    }

    void seen(SegmentEffect step) {
        if (step.segment().rst()) {
            reset(step);
        } else if (!resetBy.isEmpty() && step.fits() && !step.segment().syn()) {
            goesOn(step);
        }
        if (step.fits()) {
            textFrom = step.segment().text > 0 ? step.from() : textFrom == step.from() ? null : textFrom;
        }
    }

    private void reset(SegmentEffect step) {
        Side by = step.from();
        boolean first = resetBy.putIfAbsent(by, step.segment().time) == null;
        if (assassination != null && by == assassinated) {
            // An end that answers by RST has no connection any more (RFC 9293 §3.10.7.1).
            assassination.certainty = Certainty.PROVEN;
            return;
        }
        if (refusal(step) || !first) {
            return;
        }
        if (!killsTimeWait(step)) {
            explain(step);
        }
    }

    /** That is told by {@link ReuseWatch}. */
    private static boolean refusal(SegmentEffect step) {
        return (step.sendersStates() & TcpStateSet.LISTEN) != 0 || !step.receiverAcked();
    }

    private boolean killsTimeWait(SegmentEffect step) {
        Side victim = step.from().peer();
        Incarnation incarnation = watch.incarnation();
        boolean exact = step.segment().seq == step.receiversAck();
        Optional<TimeWaitPeriod> timeWait = TimeWaitPeriod.of(incarnation, victim, assumptions.of(victim));
        if (!exact || (step.receiversStates() & TcpStateSet.TIME_WAIT) == 0) {
            return false;
        }
        if (timeWait.isEmpty() || !timeWait.get().mayLastAt(step.segment().time)) {
            return false;
        }
        assassinated = victim;
        assassination = watch.find(
                FindingKind.TIME_WAIT_ASSASSINATED,
                Certainty.POSSIBLE,
                "%s was in TIME-WAIT for %s when %s sent it an RST at its RCV.NXT, which stacks without RFC 1337 accept."
                        .formatted(
                                victim,
                                DurationText.text(
                                        step.segment().time - timeWait.get().latestEntry()),
                                step.from()));
        return true;
    }

    private void explain(SegmentEffect step) {
        Side by = step.from();
        Side to = by.peer();
        Incarnation incarnation = watch.incarnation();
        End sender = incarnation.end(by);
        End receiver = incarnation.end(to);
        boolean fromClosed = !step.segment().acks();
        if (sender.finSent() && receiver.finSent()) {
            afterBothFins(step, fromClosed);
        } else if (sender.finSent() && textFrom == to) {
            watch.find(
                    FindingKind.RESET_AFTER_FIN,
                    Certainty.PROVEN,
                    by + " had closed and answered text of " + to + " by RST: nobody reads it."
                            + ResetAcceptance.of(step, receiver));
        } else if (fromClosed && step.segment().seq == step.receiversAck()) {
            watch.find(
                    FindingKind.HALF_OPEN_RESET,
                    Certainty.POSSIBLE,
                    by + " answered a segment of " + to + " by RST as an end does that has no such connection."
                            + ResetAcceptance.of(step, receiver));
        } else if (step.receiverAcked() && step.segment().seq != step.receiversAck()) {
            watch.find(
                    FindingKind.RST_INEXACT,
                    Certainty.PROVEN,
                    by + " sent an RST." + ResetAcceptance.of(step, receiver));
        } else {
            String unread = textFrom == to || receiver.next() != receiver.iss() + 1
                    ? "; text of " + to + " that was not read may be the reason (RFC 1122 §4.2.2.13)"
                    : "";
            watch.find(
                    FindingKind.ABORTED,
                    Certainty.PROVEN,
                    by + " sent an RST" + unread + "." + ResetAcceptance.of(step, receiver));
        }
    }

    private void afterBothFins(SegmentEffect step, boolean fromClosed) {
        Side by = step.from();
        Side to = by.peer();
        Incarnation incarnation = watch.incarnation();
        End sender = incarnation.end(by);
        End receiver = incarnation.end(to);
        boolean forgot = fromClosed && sender.finAcked() && !sender.finPassive();
        boolean received = incarnation.tap() == (to == Side.A ? Tap.AT_A : Tap.AT_B);
        Certainty lastAck =
                received && step.receiversStates() == TcpStateSet.LAST_ACK ? Certainty.PROVEN : Certainty.POSSIBLE;
        if (forgot && sender.gotFin()) {
            watch.find(
                    FindingKind.TIME_WAIT_TOO_SHORT,
                    sender.rstPossible() ? Certainty.POSSIBLE : Certainty.PROVEN,
                    "%s had left TIME-WAIT, which it entered %s before, when it answered %s by RST."
                            .formatted(by, DurationText.text(step.segment().time - sender.gotFinAt()), to));
        } else if (forgot) {
            watch.find(
                    FindingKind.FIN_WAIT_2_EXPIRED,
                    lastAck,
                    "%s had left FIN-WAIT-2, which it entered %s before, when it answered the FIN of %s by RST."
                            .formatted(by, DurationText.text(step.segment().time - sender.finAckedAt()), to));
        } else if ((step.receiversStates() & TcpStateSet.LAST_ACK) != 0) {
            watch.find(
                    FindingKind.RST_IN_LAST_ACK,
                    lastAck,
                    by + " sent an RST to " + to + " in LAST-ACK." + ResetAcceptance.of(step, receiver));
        } else {
            watch.find(
                    FindingKind.RST_AFTER_BOTH_FINS,
                    received ? Certainty.PROVEN : Certainty.POSSIBLE,
                    by + " sent an RST although both ends had sent FIN." + ResetAcceptance.of(step, receiver));
        }
    }

    /** A segment after an RST: of the end that sent it, or of the end that should have accepted it. */
    private void goesOn(SegmentEffect step) {
        Side from = step.from();
        Long own = resetBy.get(from);
        Long peers = resetBy.get(from.peer());
        long now = step.segment().time;
        if (step.segment().seq - step.sendersNext() < 0) {
            // An old segment that comes late says nothing about now.
            return;
        }
        if (own != null && now - own > LATER && reported.put(from, true) == null) {
            End end = watch.incarnation().end(from);
            int hops = Math.abs(end.timeToLive() - end.resetTimeToLive());
            watch.find(
                    FindingKind.RST_REFUTED,
                    Certainty.POSSIBLE,
                    "%s went on %s after an RST in its name%s."
                            .formatted(
                                    from,
                                    DurationText.text(now - own),
                                    hops < 2 ? "" : ", whose TTL differs by " + hops));
        } else if (own == null && peers != null && now - peers > LATER && reported.put(from, true) == null) {
            watch.find(
                    FindingKind.RST_WITHOUT_EFFECT,
                    Certainty.PROVEN,
                    from + " went on " + DurationText.text(now - peers) + " after the RST of " + from.peer() + ".");
        }
    }
}
