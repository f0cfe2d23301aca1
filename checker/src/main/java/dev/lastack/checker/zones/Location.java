package dev.lastack.checker.zones;

import java.util.List;

/**
 * What a timed system does while its discrete part stays the same.
 *
 * @param words the discrete part, packed
 * @param ceilings for each clock a bound that it stays within: time does not pass beyond it; {@link DifferenceBound#NONE} for
 *     none
 * @param greatest for each clock the greatest constant that any guard or ceiling compares it with, here and later, before it
 *     starts again; {@link DifferenceBound#NONE} to keep it exact, which needs a ceiling, or there may be infinitely many zones;
 *     {@link #ONLY_FROM_ABOVE} for a clock with a ceiling or a fading that no guard bounds from below, here and later, before it starts again
 * @param fadings the clocks that can become meaningless; time passes beyond their bounds
 * @param edges in a fixed order: of runs as short, the one whose edges come first is told
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and not to be written to.
public record Location(long[] words, long[] ceilings, long[] greatest, List<Fading> fadings, List<Edge> edges) {

    /**
     * Says of a clock that a lesser value can do whatever a greater one can: it is only bounded from above. Then nothing depends
     * on how much it has shown at most, which is forgotten up to its ceiling.
     */
    public static final long ONLY_FROM_ABOVE = -1;

    /**
     * Checks the guards.
     *
     * @throws IllegalArgumentException if one compares two clocks of which one is not kept exact, for extrapolation is unsound
     *     then; or if one bounds a clock from below that is said to be bounded only from above
     */
    public Location {
        edges = List.copyOf(edges);
        fadings = List.copyOf(fadings);
        for (Edge edge : edges) {
            for (Constraint guard : edge.guard()) {
                boolean diagonal = guard.left() != 0 && guard.right() != 0;
                if (diagonal && !(isExact(greatest, guard.left()) && isExact(greatest, guard.right()))) {
                    throw new IllegalArgumentException("a guard compares two clocks that are not kept exact: " + guard);
                }
                if (guard.right() != 0 && greatest[guard.right() - 1] == ONLY_FROM_ABOVE) {
                    throw new IllegalArgumentException("a guard bounds from below what nothing bounds so: " + guard);
                }
            }
        }
    }

    /** A location whose clocks always mean something. */
    public static Location lasting(long[] words, long[] ceilings, long[] greatest, List<Edge> edges) {
        return new Location(words, ceilings, greatest, List.of(), edges);
    }

    private static boolean isExact(long[] greatest, int clock) {
        return greatest[clock - 1] == DifferenceBound.NONE;
    }

    public int clocks() {
        return ceilings.length;
    }
}
