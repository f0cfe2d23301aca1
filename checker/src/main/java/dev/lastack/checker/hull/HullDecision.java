package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.CoverState;
import dev.lastack.checker.lanes.LaneRun;
import java.util.List;
import java.util.function.Supplier;

/** What became of a {@link dev.lastack.checker.Property.StepInvariant}. */
public sealed interface HullDecision {

    /**
     * No reachable step violates it.
     *
     * @param isTested whether a reachable step is known that puts it to the test
     * @param by what shows it
     * @param kept how many states that is: those of the hull, or those that no other covers
     * @param cover states that together cover every reachable one, none of which has a violating step
     */
    record Holds(boolean isTested, Means by, long kept, Supplier<List<CoverState>> cover) implements HullDecision {}

    /**
     * A reachable step violates it.
     *
     * @param run a shortest one, the same for any number of workers
     * @param kept how many states were kept to find it
     */
    record Violated(LaneRun run, long kept) implements HullDecision {}

    /** No reachable step puts it to the test. */
    record Vacuous() implements HullDecision {}

    /** The search ended early; {@code why} names the limit. */
    record Inconclusive(String why) implements HullDecision {}

    /** What shows that a property holds. */
    enum Means {
        /** The join of all that reaches a control. */
        HULL,
        /** The states that no other covers, each with all that can be put down at once. */
        ANTICHAIN
    }
}
