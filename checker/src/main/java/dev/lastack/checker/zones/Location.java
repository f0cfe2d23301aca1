package dev.lastack.checker.zones;

import java.util.List;

/**
 * What a timed system does while its discrete part stays the same.
 *
 * @param words the discrete part, packed
 * @param ceilings for each clock a bound that it stays within: time does not pass beyond it; {@link DifferenceBound#NONE} for
 *     none
 * @param greatest for each clock the greatest constant that any guard or ceiling compares it with, here and later, before it
 *     starts again; {@link DifferenceBound#NONE} to keep it exact, which needs a ceiling, or there may be infinitely many zones
 * @param edges in a fixed order: of runs as short, the one whose edges come first is told
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and not to be written to.
public record Location(long[] words, long[] ceilings, long[] greatest, List<Edge> edges) {

    /**
     * Checks the guards.
     *
     * @throws IllegalArgumentException if one compares two clocks of which one is not kept exact: extrapolation is unsound then
     */
    public Location {
        edges = List.copyOf(edges);
        for (Edge edge : edges) {
            for (Constraint guard : edge.guard()) {
                boolean diagonal = guard.left() != 0 && guard.right() != 0;
                if (diagonal && !(isExact(greatest, guard.left()) && isExact(greatest, guard.right()))) {
                    throw new IllegalArgumentException("a guard compares two clocks that are not kept exact: " + guard);
                }
            }
        }
    }

    private static boolean isExact(long[] greatest, int clock) {
        return greatest[clock - 1] == DifferenceBound.NONE;
    }

    public int clocks() {
        return ceilings.length;
    }
}
