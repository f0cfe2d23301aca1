package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.LaneStep;
import dev.lastack.checker.lanes.LaneTable;
import dev.lastack.checker.lanes.Lanes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a step does to the lanes and what is observed of it. Equal effects are one object, see {@link ControlGraph}. */
final class LaneEffect {

    private final boolean tick;
    private final long observations;
    private final long[] raised;
    private final int[] watched;
    private final long ifWatched;

    /** By raised lane: its word, the bits of it that are cleared, and those that are set. */
    private int[] words = new int[0];

    private long[] cleared = new long[0];
    private long[] set = new long[0];
    private int[] raisedLanes = new int[0];
    private long[] watchedLanes = new long[0];
    private boolean isLocated;

    /** Of {@code step}, of whose observations those in {@code interesting} are kept. */
    LaneEffect(LaneStep step, long interesting) {
        this.tick = step.tick();
        this.observations = step.observations() & interesting;
        this.raised = step.raised().clone();
        this.ifWatched = step.ifWatched() & interesting;
        this.watched = ifWatched == 0 ? new int[0] : step.watched();
    }

    /** Finds its lanes. Called once its tokens have lanes, and again when there are more of a class. */
    void locate(LaneTable table, Lanes lanes) {
        int count = raised.length;
        words = new int[count];
        cleared = new long[count];
        set = new long[count];
        raisedLanes = new int[count];
        for (int i = 0; i < count; i++) {
            int lane = table.lane(raised[i]);
            raisedLanes[i] = lane;
            words[i] = lanes.wordOf(lane);
            cleared[i] = lanes.agesApart() ? 0 : lanes.maskOf(lane);
            set[i] = lanes.fresh(lane);
        }
        watchedLanes = table.ofClasses(watched);
        isLocated = true;
    }

    boolean isLocated() {
        return isLocated;
    }

    boolean tick() {
        return tick;
    }

    /** Whether it leaves all lanes as they are, and nothing of interest is observed of it. */
    boolean isNothing() {
        return !tick && raised.length == 0 && observations == 0 && ifWatched == 0;
    }

    /** The lanes of the tokens that are put down. */
    int[] raisedLanes() {
        return raisedLanes;
    }

    boolean watches() {
        return ifWatched != 0;
    }

    /** All bits of the lanes that are watched. */
    long[] watchedLanes() {
        return watchedLanes;
    }

    /** What may be observed of the step, whatever lies in the lanes. */
    long possibleObservations() {
        return observations | ifWatched;
    }

    /** Writes to {@code to} what becomes of the lanes {@code from}; returns what is observed. Both are of the same length. */
    long apply(Lanes lanes, long[] from, long[] to) {
        if (tick) {
            for (int i = 0; i < from.length; i++) {
                to[i] = lanes.older(from[i]);
            }
        } else {
            System.arraycopy(from, 0, to, 0, from.length);
        }
        long observed = watches() && sees(to) ? observations | ifWatched : observations;
        for (int i = 0; i < words.length; i++) {
            to[words[i]] = (to[words[i]] & ~cleared[i]) | set[i];
        }
        return observed;
    }

    private boolean sees(long[] vector) {
        for (int i = 0; i < watchedLanes.length; i++) {
            if ((vector[i] & watchedLanes[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Adds to a vector of what makes no difference after the step what the step puts down anyway. */
    void fillRaised(Lanes lanes, long[] vector) {
        for (int lane : raisedLanes) {
            vector[lanes.wordOf(lane)] |= lanes.fresh(lane);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LaneEffect effect
                && tick == effect.tick
                && observations == effect.observations
                && ifWatched == effect.ifWatched
                && Arrays.equals(raised, effect.raised)
                && Arrays.equals(watched, effect.watched);
    }

    @Override
    public int hashCode() {
        int hash = Boolean.hashCode(tick) * 31 + Long.hashCode(observations);
        hash = hash * 31 + Long.hashCode(ifWatched);
        return (hash * 31 + Arrays.hashCode(raised)) * 31 + Arrays.hashCode(watched);
    }
}
