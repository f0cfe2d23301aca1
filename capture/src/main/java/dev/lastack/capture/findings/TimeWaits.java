package dev.lastack.capture.findings;

import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Side;
import java.util.ArrayList;
import java.util.List;

/** Which ends of an incarnation hold TIME-WAIT, for reports. */
public final class TimeWaits {

    private TimeWaits() {}

    /**
     * A TIME-WAIT, in nanoseconds since 1970.
     *
     * @param certain else the end may have been in CLOSING instead
     */
    public record Interval(
            Side side, boolean certain, long earliestEntry, long latestEntry, long earliestEnd, long latestEnd) {}

    public static List<Interval> of(Incarnation incarnation, Assumptions assumptions) {
        List<Interval> intervals = new ArrayList<>();
        for (Side side : Side.values()) {
            TimeWaitPeriod.of(incarnation, side, assumptions.of(side))
                    .map(found -> new Interval(
                            side,
                            found.certain(),
                            found.earliestEntry(),
                            found.latestEntry(),
                            found.earliestEnd(),
                            found.latestEnd()))
                    .ifPresent(intervals::add);
        }
        return intervals;
    }
}
