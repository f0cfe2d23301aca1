package dev.lastack.capture.report;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.connection.End;
import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Journey;
import dev.lastack.capture.connection.RoundTrips;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.findings.Assumptions;
import dev.lastack.capture.findings.TimeWaits;
import java.util.List;
import java.util.Optional;

/**
 * One incarnation of a connection.
 *
 * @param closing who closed first and how, a sentence
 * @param timeWaits who is in TIME-WAIT from when until when
 * @param tap where the capture was taken, with the reason
 * @param openingSeen its SYN or SYN,ACK is in the capture
 */
public record ConnectionSummary(
        Address a,
        Address b,
        int incarnation,
        long firstTime,
        long lastTime,
        long segments,
        List<Journey.Stop> journeyOfA,
        List<Journey.Stop> journeyOfB,
        String closing,
        List<TimeWaits.Interval> timeWaits,
        String tap,
        boolean openingSeen) {

    public ConnectionSummary {
        journeyOfA = List.copyOf(journeyOfA);
        journeyOfB = List.copyOf(journeyOfB);
        timeWaits = List.copyOf(timeWaits);
    }

    static ConnectionSummary of(Incarnation incarnation, Assumptions assumptions) {
        return new ConnectionSummary(
                incarnation.address(Side.A),
                incarnation.address(Side.B),
                incarnation.number(),
                incarnation.firstTime(),
                incarnation.lastTime(),
                incarnation.segments(),
                incarnation.journey(Side.A).stops(),
                incarnation.journey(Side.B).stops(),
                closing(incarnation),
                TimeWaits.of(incarnation, assumptions),
                tap(incarnation),
                incarnation.openingSeen());
    }

    private static String closing(Incarnation incarnation) {
        End a = incarnation.end(Side.A);
        End b = incarnation.end(Side.B);
        String reset = a.rstSent() ? "A" : b.rstSent() ? "B" : "";
        if (!reset.isEmpty() && !(a.finSent() && b.finSent())) {
            return incarnation.end(reset.equals("A") ? Side.B : Side.A).synSent() || a.acked()
                    ? "reset by " + reset
                    : "refused by " + reset;
        }
        String after = reset.isEmpty() ? "" : ", then reset by " + reset;
        if (a.finSent() && b.finSent()) {
            String order =
                    a.finPassive() ? "B closed first" : b.finPassive() ? "A closed first" : "both closed at once";
            String open = a.finAcked() && b.finAcked() ? "" : ", a FIN is not acknowledged";
            return order + open + after;
        }
        return halfClosed(a, b).orElse("open");
    }

    private static Optional<String> halfClosed(End a, End b) {
        if (a.finSent() || b.finSent()) {
            String who = a.finSent() ? "A" : "B";
            boolean acked = a.finSent() ? a.finAcked() : b.finAcked();
            return Optional.of("only " + who + " closed" + (acked ? "" : ", and its FIN is not acknowledged"));
        }
        return Optional.empty();
    }

    /** RTT split: the nearer end answers sooner. The TTL of a packet that crossed no router is still a usual first one. */
    private static String tap(Incarnation incarnation) {
        if (incarnation.tap() != Tap.UNKNOWN) {
            return incarnation.tap().toString();
        }
        RoundTrips trips = incarnation.roundTrips();
        if (trips.toA() == RoundTrips.UNKNOWN || trips.toB() == RoundTrips.UNKNOWN) {
            return "not known";
        }
        boolean nearA = trips.toA() * 4 < trips.toB() && fresh(incarnation.end(Side.A));
        boolean nearB = trips.toB() * 4 < trips.toA() && fresh(incarnation.end(Side.B));
        String where = nearA ? "probably at A" : nearB ? "probably at B" : "not known";
        return where
                + " (%.1f ms to A and back, %.1f ms to B, TTL %d and %d)"
                        .formatted(
                                trips.toA() / 1e6,
                                trips.toB() / 1e6,
                                incarnation.end(Side.A).timeToLive(),
                                incarnation.end(Side.B).timeToLive());
    }

    private static boolean fresh(End end) {
        return end.timeToLive() == 64 || end.timeToLive() == 128 || end.timeToLive() == 255;
    }
}
