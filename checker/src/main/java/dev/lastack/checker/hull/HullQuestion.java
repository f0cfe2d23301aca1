package dev.lastack.checker.hull;

import java.util.BitSet;

/**
 * What a search over the hull is about, and what it may leave out.
 *
 * @param violation the observations of which one is sought
 * @param slice the numbers of the controls from which it can be reached
 * @param dead by number of a control of the slice the tokens that make no difference there, see {@link DeadTokens}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record HullQuestion(long violation, BitSet slice, long[][] dead) {

    /** A search that leaves out nothing but what is outside the slice. */
    static HullQuestion about(Hull hull, Predecessors predecessors, long violation) {
        BitSet slice = Slice.of(hull, predecessors, violation);
        return new HullQuestion(violation, slice, new long[hull.controls().size()][]);
    }

    /** The same without the tokens that make no difference. */
    HullQuestion withoutDead(Hull hull, Predecessors predecessors) {
        return new HullQuestion(violation, slice, DeadTokens.of(hull, predecessors, slice, violation));
    }

    /**
     * Writes to {@code after} what a step makes of the lanes, without what is dead in the target; returns what is observed. The
     * target may be outside the slice, where nothing is dead.
     */
    long after(Hull hull, HullEntry entry, int step, long[] after) {
        Control control = entry.control();
        long observed = control.effect(step).apply(hull.lanes(), entry.lanes(), after);
        drop(hull, control.target(step), after);
        return observed;
    }

    /** Empties the lanes of what is dead. */
    void drop(Hull hull, Control control, long[] vector) {
        long[] nothing = dead[control.number()];
        if (nothing != null) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = hull.lanes().without(vector[i], nothing[i]);
            }
        }
    }

    /** How many controls are in the slice. */
    int controls() {
        return slice.cardinality();
    }
}
