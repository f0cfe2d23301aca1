package dev.lastack.checker.liveness.property;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.liveness.ltl.Formula;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How long a run can stay where {@code stay} holds, by the steps that serve the assumption {@code clock}: each that
 * leaves such a state counts one. The longest stay is computed on the graph, so no state has to count.
 *
 * @param atMost the bound that must not be exceeded; without one, that there is any
 */
public record LongestStay(String name, StatePredicate stay, String clock, OptionalLong atMost)
        implements GraphProperty {

    private static final Formula STAY = Formula.atom("stay");

    @Override
    public LongestStay named(String newName) {
        return new LongestStay(newName, stay, clock, atMost);
    }

    @Override
    public Set<String> assumptions() {
        return Set.of(clock);
    }

    /** The same: without its clock there is nothing to count. */
    @Override
    public GraphProperty without(String assumption) {
        return this;
    }

    @Override
    public List<StatePredicate> atoms() {
        return List.of(stay);
    }

    /** No run stays for ever while the clock advances. */
    @Override
    public LivenessProperty ofRuns() {
        Formula leaves = Formula.always(Formula.eventually(Formula.not(STAY)));
        return new LivenessProperty(name, leaves, Map.of("stay", stay), Set.of(clock));
    }

    /** Whether {@code run} of {@code system} ends in a stay of more ticks than are allowed. */
    public boolean isExceededBy(TransitionSystem system, Fairness fairness, Trace run) {
        long ticks = 0;
        for (int index = 0; index < run.steps().size(); index++) {
            boolean stays = stay.test(run.state(index), 0);
            ticks = stays ? ticks + (LassoCheck.serves(system, fairness, run, index, clock) ? 1 : 0) : 0;
        }
        return atMost.isPresent() && ticks > atMost.getAsLong();
    }

    /** Its violations are what each stay is part of: the runs that stay from some moment on. */
    public static Formula staying() {
        return Formula.eventually(Formula.always(STAY));
    }
}
