package dev.lastack.checker.zones;

/**
 * A step that leaves a location, possible when the clocks satisfy its guard. It takes no time.
 *
 * @param action its label; edges of a location that share one differ in their guards and observations alone
 * @param observations a set of facts, as bits, see {@link dev.lastack.checker.StepSink#step}
 * @param guard what the clocks of the location must satisfy
 * @param target the location it leads to; without meaning if it is cut
 * @param origins for each clock of the target the number of the clock of the source that goes on, or 0 if it starts at 0
 * @param cut the number of the bound of the search that forbids the step, or {@link #TAKEN}
 * @param quiet it makes no difference whether the step comes before or after others of its instant
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and not to be written to.
public record Edge(
        int action, long observations, Constraint[] guard, long[] target, int[] origins, int cut, boolean quiet) {

    /** No bound forbids the step. */
    public static final int TAKEN = -1;

    /** A step that is taken. */
    public static Edge taken(int action, long observations, Constraint[] guard, long[] target, int[] origins) {
        return new Edge(action, observations, guard, target, origins, TAKEN, false);
    }

    /** A step that is taken, at an instant that its guard fixes; others may be at the same instant. */
    public static Edge quiet(int action, long observations, Constraint[] guard, long[] target, int[] origins) {
        return new Edge(action, observations, guard, target, origins, TAKEN, true);
    }

    /** A step that exists and is not taken, because a bound forbids it. */
    public static Edge cut(int action, Constraint[] guard, int bound) {
        return new Edge(action, 0, guard, new long[0], new int[0], bound, false);
    }

    public boolean isTaken() {
        return cut == TAKEN;
    }
}
