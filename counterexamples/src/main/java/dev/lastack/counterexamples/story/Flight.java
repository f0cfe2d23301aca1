package dev.lastack.counterexamples.story;

import dev.lastack.model.view.SegmentView;
import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The way of one emitted segment through the network.
 *
 * @param number of the segment in order of sending, from 1
 * @param from the sender
 * @param segment as emitted, with age 0
 * @param sent when it was emitted; step 0 means that the run starts with it in flight
 * @param arrivals when it arrived, more than once if it was duplicated; in order
 * @param end when it left the network; empty if it is in flight at the end of the run
 * @param mergedInto the number of the equal, younger segment that stands for it, if {@code fate} is MERGED
 */
public record Flight(
        int number,
        Host from,
        SegmentView segment,
        Moment sent,
        List<Moment> arrivals,
        Optional<Moment> end,
        Fate fate,
        OptionalInt mergedInto) {

    public Flight {
        arrivals = List.copyOf(arrivals);
    }

    /** A step of the run, counted from 1, and the instant at which it happened, in ticks. */
    public record Moment(int step, int instant) {}

    /** What became of a segment. */
    public enum Fate {
        /** It arrived at least once. */
        ARRIVED,
        /** It grew older than the MSL without having arrived. */
        LOST,
        /** The network was full when it was sent. */
        OVERFLOWED,
        /** A younger segment arrived first, and this network delivers in order. */
        OVERTAKEN,
        /**
         * It has not arrived, and an equal, younger segment stands for both from then on; arrivals are the younger's, so
         * that this one counts as lost.
         */
        MERGED,
        /** It is in flight when the run ends. */
        IN_FLIGHT
    }

    /** The same for a run that ends with step {@code last}: what arrives only later is under way then. */
    Flight endingWith(int last) {
        List<Moment> before =
                arrivals.stream().filter(arrival -> arrival.step() <= last).toList();
        Optional<Moment> endBefore = end.filter(moment -> moment.step() <= last);
        boolean stillToArrive = before.isEmpty() && fate == Fate.ARRIVED;
        Fate known = stillToArrive ? Fate.IN_FLIGHT : fate;
        return new Flight(number, from, segment, sent, before, endBefore, known, mergedInto);
    }

    public Host to() {
        return from.peer();
    }

    /** What a drawing calls it where it arrives as {@code era} says: {@code #5 [1] FIN,ACK seq=0 ack=1 OLD}. */
    public String label(Era era) {
        return "#%d [%d] %s%s".formatted(number, segment.incarnation(), segment.header(), era.mark());
    }

    public boolean arrived() {
        return !arrivals.isEmpty();
    }

    /** Whether the whole way is one stroke: it arrives first in the step after the one that sent it, in no time. */
    public boolean direct() {
        return arrived()
                && arrivals.get(0).step() == sent.step() + 1
                && arrivals.get(0).instant() == sent.instant();
    }
}
