package dev.lastack.capture.findings;

import dev.lastack.capture.connection.End;
import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.TcpStateSet;
import java.util.Optional;

/**
 * When an end is in TIME-WAIT, nanoseconds since 1970. It enters after the peer's FIN was recorded and before its own ACK of it
 * was, and every segment that it answers may restart the timer.
 *
 * @param certain the end was in TIME-WAIT; else it may have been in CLOSING
 */
record TimeWaitPeriod(
        Side side, boolean certain, long earliestEntry, long latestEntry, long earliestEnd, long latestEnd) {

    /** The TIME-WAIT of {@code side}, if the segments allow one. */
    static Optional<TimeWaitPeriod> of(Incarnation incarnation, Side side, TimeWaitLength length) {
        End end = incarnation.end(side);
        End peer = incarnation.end(side.peer());
        boolean possible = end.finSent() && !end.finPassive() && end.gotFin() && end.finAcked();
        if (!possible) {
            return Optional.empty();
        }
        long entry = Math.max(peer.finFirst(), end.finAckedAt());
        long latest = Math.max(end.gotFinAt(), end.finAckedAt());
        long restarted = Math.max(latest, end.rstSent() ? latest : end.spokeAt());
        int states = incarnation.states(side) & ~TcpStateSet.CLOSED;
        return Optional.of(new TimeWaitPeriod(
                side,
                states == TcpStateSet.TIME_WAIT || states == 0,
                entry,
                latest,
                entry + length.least(),
                restarted + length.most()));
    }

    /** It lasts at {@code time} for certain. */
    boolean lastsAt(long time) {
        return certain && time < earliestEnd;
    }

    boolean mayLastAt(long time) {
        return time < latestEnd;
    }
}
