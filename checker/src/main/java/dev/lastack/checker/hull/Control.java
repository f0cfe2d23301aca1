package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.Lanes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A control, the join of all lanes that reach it, and the steps that leave it with those lanes. */
final class Control {

    /** The prompt of a step that takes up no token. */
    static final int UNPROMPTED = -1;

    private static final long[] NEVER_REACHED = {};

    private final long[] key;
    private int number = -1;
    private boolean isReached;
    private long[] lanes = NEVER_REACHED;

    /** The lanes joined with what has reached the control in this round; null if nothing has. */
    private long @Nullable [] next;

    private int steps;
    private int[] prompts = new int[4];
    private Control[] targets = new Control[4];
    private LaneEffect[] effects = new LaneEffect[4];
    private long observed;

    Control(long[] key) {
        this.key = key;
    }

    long[] key() {
        return key;
    }

    /** Counted from 0 in an order that does not depend on the number of workers. */
    int number() {
        return number;
    }

    void number(int given) {
        number = given;
    }

    boolean isReached() {
        return isReached;
    }

    /** The join of all lanes that reach it; as long as the table of lanes was when it last grew. */
    long[] lanes() {
        return lanes;
    }

    int steps() {
        return steps;
    }

    /** Which token step {@code step} takes up: its lane times {@link Lanes#prompts()} plus the age, or {@link #UNPROMPTED}. */
    int prompt(int step) {
        return prompts[step];
    }

    Control target(int step) {
        return targets[step];
    }

    LaneEffect effect(int step) {
        return effects[step];
    }

    void addStep(int prompt, Control target, LaneEffect effect) {
        if (steps == prompts.length) {
            int length = steps * 2;
            prompts = Arrays.copyOf(prompts, length);
            targets = Arrays.copyOf(targets, length);
            effects = Arrays.copyOf(effects, length);
        }
        prompts[steps] = prompt;
        targets[steps] = target;
        effects[steps] = effect;
        steps++;
    }

    /** What is observed of its steps. */
    long observed() {
        return observed;
    }

    void observe(long observations) {
        observed |= observations;
    }

    /**
     * Joins {@code vector} to what reaches it; returns whether that is the first news of this round. Safe for use by several
     * threads at once.
     */
    boolean reach(Lanes algebra, long[] vector) {
        return !(isReached && algebra.covered(vector, lanes)) && join(algebra, vector);
    }

    private synchronized boolean join(Lanes algebra, long[] vector) {
        boolean first = next == null;
        long[] joined = Arrays.copyOf(first ? lanes : next, vector.length);
        for (int i = 0; i < joined.length; i++) {
            joined[i] = algebra.join(joined[i], vector[i]);
        }
        if (!algebra.covered(vector, joined)) {
            throw new AssertionError("the join of lanes does not cover them. This is a defect of lastack.");
        }
        next = joined;
        return first;
    }

    /** Ends a round in which something has reached it; returns the lanes that it had before. */
    long[] advance() {
        long[] before = lanes;
        if (next != null) {
            lanes = next;
            next = null;
            isReached = true;
        }
        return before;
    }

    /** Makes the lanes as long as all others, once there will be no more. */
    void finish(int words) {
        lanes = Arrays.copyOf(lanes, words);
        prompts = Arrays.copyOf(prompts, steps);
        targets = Arrays.copyOf(targets, steps);
        effects = Arrays.copyOf(effects, steps);
    }
}
