package dev.lastack.capture.findings;

import dev.lastack.capture.connection.End;
import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.connection.TcpStateSet;
import java.util.EnumMap;
import java.util.Map;

/** How FINs are exchanged: at once, with a half-close between them, repeated, or never acknowledged. */
final class ClosingWatch {

    private static final long SECOND = 1_000_000_000L;
    /** The least R2 of RFC 9293 §3.8.3: a sender that waits longer for an ACK has given up. */
    private static final long R2 = 100 * SECOND;

    private final IncarnationWatch watch;
    private final Assumptions assumptions;
    private final Map<Side, Draft> repeated = new EnumMap<>(Side.class);
    private boolean moved;

    ClosingWatch(IncarnationWatch watch, Assumptions assumptions) {
        this.watch = watch;
        this.assumptions = assumptions;
    }

    void seen(SegmentEffect step) {
        Side from = step.from();
        if ((step.movesFin() || step.textBehindFin()) && !moved) {
            moved = true;
            watch.find(
                    FindingKind.DATA_AFTER_FIN,
                    Certainty.PROVEN,
                    from + (step.movesFin() ? " moved its FIN to another number." : " sent text behind its FIN."));
        }
        if (step.repeatsFin()) {
            repeated(from);
        } else if (step.fits() && step.segment().fin()) {
            firstFin(from, step.segment().time);
        }
    }

    private void repeated(Side from) {
        End end = watch.incarnation().end(from);
        Draft draft = repeated.computeIfAbsent(
                from, side -> watch.find(FindingKind.FIN_REPEATED, Certainty.PROVEN, "the FIN of " + side));
        draft.sentence = "%s sent its FIN %d times, at most %s apart%s."
                .formatted(
                        from,
                        end.fins(),
                        DurationText.text(end.finLongestGap()),
                        end.finAcked() && end.finLast() > end.finAckedAt() ? "; its last ACK was lost or late" : "");
    }

    private void firstFin(Side from, long now) {
        Incarnation incarnation = watch.incarnation();
        End end = incarnation.end(from);
        End peer = incarnation.end(from.peer());
        if (!peer.finSent()) {
            return;
        }
        if (!end.finPassive() && !peer.finPassive()) {
            watch.find(
                    FindingKind.SIMULTANEOUS_CLOSE,
                    Certainty.PROVEN,
                    "Neither FIN acknowledges the other: both ends closed before they saw the other's FIN.");
        } else if (end.finPassive() && now - peer.finFirst() >= SECOND) {
            watch.find(
                    FindingKind.HALF_CLOSED,
                    Certainty.PROVEN,
                    "%s closed %s after %s.".formatted(from, DurationText.text(now - peer.finFirst()), from.peer()));
        }
    }

    void ended(long captureEnd) {
        for (Side side : Side.values()) {
            unacknowledged(side, captureEnd);
            closeWait(side, captureEnd);
        }
    }

    private void unacknowledged(Side side, long captureEnd) {
        Incarnation incarnation = watch.incarnation();
        End end = incarnation.end(side);
        if (!end.finSent() || end.finAcked() || incarnation.end(side.peer()).rstSent()) {
            return;
        }
        long since = captureEnd - end.finFirst();
        if (end.fins() < 2 && since < R2) {
            return;
        }
        int states = incarnation.states(side);
        FindingKind situation = (states & TcpStateSet.LAST_ACK) != 0
                ? FindingKind.FIN_UNACKNOWLEDGED_IN_LAST_ACK
                : states == TcpStateSet.CLOSING
                        ? FindingKind.FIN_UNACKNOWLEDGED_IN_CLOSING
                        : FindingKind.FIN_UNACKNOWLEDGED;
        boolean tapped =
                incarnation.tap() == Tap.AT_BOTH || incarnation.tap() == (side == Side.A ? Tap.AT_A : Tap.AT_B);
        watch.find(
                situation,
                tapped && end.fins() > 1 ? Certainty.PROVEN : Certainty.POSSIBLE,
                "%s sent its FIN %d times in %s and saw no ACK of it in the %s until the capture ends."
                        .formatted(
                                side,
                                end.fins(),
                                DurationText.text(end.finLast() - end.finFirst()),
                                DurationText.text(since)));
    }

    /** {@code side} got the peer's FIN and never closed. */
    private void closeWait(Side side, long captureEnd) {
        Incarnation incarnation = watch.incarnation();
        End end = incarnation.end(side);
        boolean waits = end.gotFin() && !end.finSent() && !end.rstSent() && !end.rstPossible();
        long since = captureEnd - end.gotFinAt();
        if (waits && since >= assumptions.closeWait()) {
            watch.find(
                    FindingKind.CLOSE_WAIT_LASTS,
                    Certainty.POSSIBLE,
                    "%s acknowledged the FIN of %s and did not close in the %s until the capture ends."
                            .formatted(side, side.peer(), DurationText.text(since)));
        }
    }
}
