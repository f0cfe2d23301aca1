package dev.lastack.checker.liveness.property;

import dev.lastack.checker.Expander;
import java.util.List;
import java.util.function.IntPredicate;

/** Weak and strong fairness of sets of actions: each set is one condition and one assumption. */
public final class ActionFairness implements Fairness {

    /** A set of actions, to be taken again and again while (or whenever again and again) one of them can be. */
    public record ActionSet(String name, Strength strength, IntPredicate actions) {}

    private final List<ActionSet> sets;

    public ActionFairness(List<ActionSet> sets) {
        this.sets = List.copyOf(sets);
    }

    @Override
    public Observer observer(Expander expander, Marks marks) {
        return new Observer() {
            @Override
            public void state(long[] states, int offset) {}

            @Override
            public void step(int action, long observations, long[] target, int offset) {
                for (int set = 0; set < sets.size(); set++) {
                    if (sets.get(set).actions().test(action)) {
                        marks.enabled(set);
                        marks.served(set);
                    }
                }
            }
        };
    }

    @Override
    public Strength strength(long condition) {
        return sets.get((int) condition).strength();
    }

    @Override
    public String assumption(long condition) {
        return sets.get((int) condition).name();
    }

    /** A set is enabled by its own steps. */
    @Override
    public boolean isServedWhereverEnabled(String assumption) {
        return true;
    }

    @Override
    public boolean mustBeRequested(String assumption) {
        return true;
    }

    @Override
    public String breach(long condition) {
        String possible = strength(condition) == Strength.WEAK ? "stays possible" : "is possible again and again";
        return assumption(condition) + " " + possible + " and is never taken";
    }
}
