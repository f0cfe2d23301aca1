package dev.lastack.checker.liveness;

import dev.lastack.checker.StateSpace;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Decides one property on a graph. */
final class Decision {

    private final TransitionSystem system;
    private final StateSpace space;
    private final GraphSearch search;
    private final LivenessProperty property;

    Decision(TransitionSystem system, StateSpace space, GraphSearch search, LivenessProperty property) {
        this.system = system;
        this.space = space;
        this.search = search;
        this.property = property;
    }

    LivenessResult decide() {
        try {
            Optional<GraphLasso> lasso = search.lasso(property);
            return lasso.isPresent() ? violated(lasso.get()) : holds();
        } catch (StoppedException e) {
            return LivenessResult.inconclusive(String.valueOf(e.getMessage()));
        }
    }

    private LivenessResult violated(GraphLasso lasso) {
        Trace trace = LassoReplay.trace(system, space, lasso);
        return new LivenessResult(
                new Verdict.Violated(trace),
                Set.of(),
                LassoCheck.check(system, search.fairness(), property, trace),
                "");
    }

    private LivenessResult holds() throws StoppedException {
        Optional<Formula> antecedent = Antecedent.of(property.formula());
        if (antecedent.isPresent() && !Antecedent.isEverTrue(antecedent.get(), search.side(property))) {
            return LivenessResult.of(new Verdict.Vacuous(), "no reachable state satisfies " + antecedent.get());
        }
        for (String assumption : new TreeSet<>(property.assumptions())) {
            if (!search.isEverRequested(assumption)) {
                return LivenessResult.of(new Verdict.Vacuous(), "nothing ever enables " + assumption);
            }
        }
        // That no run at all is fair is the point of such a property, so there is nothing to lead on to.
        OptionalInt deadEnd =
                property.formula().equals(Formula.FALSE) ? OptionalInt.empty() : search.deadEnd(property.assumptions());
        if (deadEnd.isPresent()) {
            return LivenessResult.inconclusive("no fair run leads on from the reachable state " + deadEnd.getAsInt()
                    + ": " + describe(deadEnd.getAsInt()));
        }
        return new LivenessResult(new Verdict.Holds(), neededAssumptions(), List.of(), "");
    }

    private Set<String> neededAssumptions() throws StoppedException {
        Set<String> needed = new TreeSet<>();
        for (String assumption : property.assumptions()) {
            if (search.isBroken(property.without(assumption))) {
                needed.add(assumption);
            }
        }
        return needed;
    }

    private String describe(int number) {
        StringBuilder description = new StringBuilder();
        space.forEach(number, number + 1L, (same, states, offset) -> {
            description.append(system.describeState(Arrays.copyOfRange(states, offset, offset + system.words())));
        });
        return description.toString();
    }
}
