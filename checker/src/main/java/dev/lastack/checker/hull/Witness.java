package dev.lastack.checker.hull;

import dev.lastack.checker.search.StopCondition;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * Looks for one reachable step that is observed with one of some facts: whether a property is ever put to the test. It goes first where
 * the hull says that the fact is near, so that it need not see all that is nearer to the start. Every state takes at once all steps that
 * only put tokens down.
 */
final class Witness {

    private static final int FAR = Integer.MAX_VALUE;

    private final Hull hull;
    private final long wanted;
    private final int[] distance;
    private final Antichain[] seen;
    private final PriorityQueue<HullEntry> open;
    private final Saturation saturation;

    private Witness(Hull hull, Predecessors predecessors, long wanted) {
        this.hull = hull;
        this.wanted = wanted;
        this.distance = distances(hull, predecessors, wanted);
        this.seen = new Antichain[hull.controls().size()];
        this.saturation = new Saturation(hull, new HullQuestion(wanted, new BitSet(), new long[distance.length][]));
        this.open = new PriorityQueue<>(Comparator.<HullEntry>comparingInt(
                        entry -> distance[entry.control().number()])
                .thenComparing(HullEntry.ORDER.reversed()));
    }

    /** What a search for a witness came to. */
    enum Result {
        FOUND,
        THERE_IS_NONE,
        GIVEN_UP
    }

    /** Whether there is such a step; given up after {@code most} states. */
    static Result seek(Hull hull, Predecessors predecessors, long wanted, long most, StopCondition halt) {
        return new Witness(hull, predecessors, wanted).seek(most, halt);
    }

    /** By control, how many steps of the hull it is to the wanted one at least. */
    private static int[] distances(Hull hull, Predecessors predecessors, long wanted) {
        int[] distance = new int[hull.controls().size()];
        Arrays.fill(distance, FAR);
        Deque<Integer> next = new ArrayDeque<>();
        long[] after = new long[hull.table().words()];
        for (Control control : hull.controls()) {
            for (int step = 0; step < control.steps() && distance[control.number()] == FAR; step++) {
                if (Slice.violates(hull, control, step, wanted, after)) {
                    distance[control.number()] = 1;
                    next.add(control.number());
                }
            }
        }
        while (!next.isEmpty()) {
            int control = next.remove();
            predecessors.forEach(control, source -> {
                if (distance[source] == FAR) {
                    distance[source] = distance[control] + 1;
                    next.add(source);
                }
            });
        }
        return distance;
    }

    private Result seek(long most, StopCondition halt) {
        long[] after = new long[hull.table().words()];
        add(hull.controls().get(0), after);
        for (long expanded = 0; !open.isEmpty(); expanded++) {
            if (expanded >= most || halt.requested()) {
                return Result.GIVEN_UP;
            }
            HullEntry entry = open.remove();
            for (int step = 0; step < entry.control().steps(); step++) {
                if (hull.allows(entry, step)) {
                    if ((entry.control().effect(step).apply(hull.lanes(), entry.lanes(), after) & wanted) != 0) {
                        return Result.FOUND;
                    }
                    add(entry.control().target(step), after);
                }
            }
        }
        return Result.THERE_IS_NONE;
    }

    private void add(Control control, long[] vector) {
        int number = control.number();
        if (distance[number] == FAR) {
            return;
        }
        if (seen[number] == null) {
            seen[number] = new Antichain(hull.lanes(), vector.length);
        }
        if (!seen[number].covers(vector)) {
            long[] own = vector.clone();
            saturation.saturate(control, own);
            seen[number].add(own);
            open.add(new HullEntry(control, own));
        }
    }
}
