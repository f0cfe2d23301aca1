package dev.lastack.checker.zones;

/**
 * A clock that means nothing any more once it is beyond a bound: the location is then another one, without that clock.
 *
 * @param clock its number
 * @param id what the clock is of, unique in its location and the same in every location of the same core
 * @param bound the clock means something while it is within this bound, see {@link DifferenceBound}
 * @param target the discrete part without it; the other clocks go on, in the same order
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and not to be written to.
public record Fading(int clock, long id, long bound, long[] target) {

    /** Whether every value of {@code zone} is beyond the bound. */
    boolean isOver(long[] zone, int size) {
        return !Zone.meets(zone, size, clock, bound);
    }

    /** The edge that leads to the location without the clock; {@code edge} leads to the one with it. */
    Edge without(Edge edge) {
        int[] origins = new int[edge.origins().length - 1];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = edge.origins()[i < clock - 1 ? i : i + 1];
        }
        return new Edge(edge.action(), edge.observations(), edge.guard(), target, origins, edge.cut(), edge.quiet());
    }

    /** The zone without the clock. */
    long[] without(long[] zone, int size) {
        int[] origins = new int[size - 2];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = i < clock - 1 ? i + 1 : i + 2;
        }
        return Zone.mapped(zone, size, origins);
    }
}
