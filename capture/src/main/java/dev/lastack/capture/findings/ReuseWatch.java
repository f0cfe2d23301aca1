package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Side;

/** A new incarnation while an end of the one before is in TIME-WAIT; a refused opening. */
final class ReuseWatch {

    private final IncarnationWatch watch;
    private final Assumptions assumptions;
    private boolean answered;

    ReuseWatch(IncarnationWatch watch, Assumptions assumptions) {
        this.watch = watch;
        this.assumptions = assumptions;
    }

    void seen(SegmentEffect step) {
        if (answered || step.from() != Side.B) {
            return;
        }
        Incarnation incarnation = watch.incarnation();
        boolean acksSyn = step.segment().acks()
                && incarnation.end(Side.A).synSent()
                && step.segment().ack == incarnation.end(Side.A).iss() + 1;
        if (!acksSyn) {
            return;
        }
        answered = true;
        if (step.segment().rst()) {
            watch.find(FindingKind.REFUSED, Certainty.PROVEN, "B refused A's SYN.");
        } else if (step.segment().syn() && incarnation.previous() != null) {
            Incarnation previous = incarnation.previous();
            for (Side side : Side.values()) {
                Side here = incarnation.sideOf(previous, side);
                TimeWaitPeriod.of(previous, side, assumptions.of(here)).ifPresent(timeWait -> reopened(timeWait, here));
            }
        }
    }

    /** {@code side} was in TIME-WAIT in the incarnation before; A opened this one. */
    private void reopened(TimeWaitPeriod timeWait, Side side) {
        long syn = watch.incarnation().firstTime();
        if (!timeWait.mayLastAt(syn)) {
            return;
        }
        Certainty certainty = timeWait.lastsAt(syn) ? Certainty.PROVEN : Certainty.POSSIBLE;
        String since = DurationText.text(syn - timeWait.latestEntry());
        if (side == Side.A) {
            watch.find(
                    FindingKind.PORT_REUSED_IN_TIME_WAIT,
                    certainty,
                    "A entered TIME-WAIT and opened the next connection from the same port " + since + " later.");
        } else {
            watch.find(
                    FindingKind.SYN_ACCEPTED_IN_TIME_WAIT,
                    certainty,
                    "B entered TIME-WAIT and accepted A's SYN " + since + " later.");
        }
    }
}
