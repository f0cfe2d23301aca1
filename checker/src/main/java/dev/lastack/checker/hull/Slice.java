package dev.lastack.checker.hull;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** The controls from which the hull can come to a violation: what happens at all others is of no interest. */
final class Slice {

    private Slice() {}

    /** Their numbers; {@code violation} is the set of the observations that violate. */
    static BitSet of(Hull hull, Predecessors predecessors, long violation) {
        BitSet slice = new BitSet(hull.controls().size());
        Deque<Integer> open = new ArrayDeque<>();
        long[] after = new long[hull.table().words()];
        for (Control control : hull.controls()) {
            for (int step = 0; step < control.steps(); step++) {
                if (violates(hull, control, step, violation, after)) {
                    slice.set(control.number());
                }
            }
        }
        slice.stream().forEach(open::add);
        while (!open.isEmpty()) {
            predecessors.forEach(open.remove(), source -> {
                if (!slice.get(source)) {
                    slice.set(source);
                    open.add(source);
                }
            });
        }
        return slice;
    }

    /** Whether a step violates with the lanes of the hull; {@code after} is written to. */
    static boolean violates(Hull hull, Control control, int step, long violation, long[] after) {
        LaneEffect effect = control.effect(step);
        return (effect.possibleObservations() & violation) != 0
                && (effect.apply(hull.lanes(), control.lanes(), after) & violation) != 0;
    }
}
