package dev.lastack.model.rules;

/**
 * What a step does at the hosts, and what is left for the network to do. Not to be written to.
 *
 * @param event the action that starts the step, without the slot
 * @param arriving the segment that arrives, as its receiver reads it, or 0
 * @param hosts the hosts' part of the state that the step leads to
 * @param observations without those of the network
 * @param cut the bound that forbids the step, or {@link Bound#NONE}
 * @param counted the numbers of {@link Counters} that count the step
 * @param sent the segments that are sent, packed
 * @param senders who sends each: 0 for A, 1 for B
 * @param timeWaitsOver the incarnations whose TIME-WAIT is over, of which the network may still hold a segment
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record Outcome(
        int event,
        long arriving,
        long[] hosts,
        long observations,
        Bound cut,
        int[] counted,
        long[] sent,
        int[] senders,
        int[] timeWaitsOver) {

    /** Of no step. */
    public static final Outcome NOTHING =
            new Outcome(0, 0, new long[0], 0, Bound.NONE, new int[0], new long[0], new int[0], new int[0]);

    /** Whether it is that of this event. */
    public boolean isOf(int otherEvent, long otherArriving) {
        return arriving == otherArriving && event == otherEvent;
    }
}
