package dev.lastack.checker.liveness;

import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.graph.Antecedent;
import dev.lastack.checker.liveness.graph.GraphInput;
import dev.lastack.checker.liveness.graph.GraphStep;
import dev.lastack.checker.liveness.graph.ShortestStem;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.StoppedException;
import dev.lastack.checker.liveness.property.GraphProperty;
import dev.lastack.checker.liveness.property.LassoCheck;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.checker.liveness.property.LongestStay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Decides properties on a graph. */
final class LivenessDecision {

    private final GraphInput subject;
    private final Graphs graphs;

    LivenessDecision(GraphInput subject, Graphs graphs) {
        this.subject = subject;
        this.graphs = graphs;
    }

    LivenessResult decide(GraphProperty property) {
        try {
            return property instanceof LongestStay longest ? stay(longest) : runs(property.ofRuns());
        } catch (StoppedException e) {
            return LivenessResult.inconclusive(String.valueOf(e.getMessage()));
        }
    }

    private LivenessResult runs(LivenessProperty property) throws StoppedException {
        if (!graphs.isWhole() && !graphs.present().isBroken(property)) {
            return holds(property);
        }
        Optional<GraphLasso> lasso = graphs.whole().lasso(property);
        return lasso.isPresent() ? violated(property, lasso.get()) : holds(property);
    }

    private LivenessResult stay(LongestStay property) throws StoppedException {
        GraphSearch search = graphs.whole();
        Optional<GraphLasso> endless = search.lasso(property.ofRuns());
        if (endless.isPresent()) {
            return violated(property.ofRuns(), endless.get());
        }
        Optional<LongestStaySearch.Longest> longest = search.longest(property);
        if (longest.isEmpty()) {
            return LivenessResult.of(new Verdict.Vacuous(), "nothing ever stays there");
        }
        long ticks = longest.get().ticks();
        boolean tooLong =
                property.atMost().isPresent() && ticks > property.atMost().getAsLong();
        Verdict verdict = tooLong ? new Verdict.Violated(run(longest.get())) : new Verdict.Holds();
        return new LivenessResult(verdict, Set.of(), List.of(), OptionalLong.of(ticks), "");
    }

    private Trace run(LongestStaySearch.Longest longest) throws StoppedException {
        ShortestStem.Stem stem = graphs.whole().stem(longest.first());
        List<GraphStep> steps = new ArrayList<>(stem.steps());
        steps.addAll(longest.steps());
        return LassoReplay.path(subject.system(), subject.space(), stem.initial(), steps);
    }

    private LivenessResult violated(LivenessProperty property, GraphLasso lasso) {
        Trace trace = LassoReplay.trace(subject.system(), subject.space(), lasso);
        List<LivenessResult.Unfairness> broken =
                LassoCheck.check(subject.system(), subject.fairness(), property, trace);
        // A pattern is looked for among all runs: nothing about them has to be tolerated.
        boolean pattern = property.formula().equals(Formula.FALSE);
        return new LivenessResult(
                new Verdict.Violated(trace), Set.of(), pattern ? List.of() : broken, OptionalLong.empty(), "");
    }

    private LivenessResult holds(LivenessProperty property) throws StoppedException {
        Optional<Formula> antecedent = Antecedent.of(property.formula());
        if (antecedent.isPresent()
                && !Antecedent.isEverTrue(antecedent.get(), graphs.present().side(property))) {
            return LivenessResult.of(new Verdict.Vacuous(), "no reachable state satisfies " + antecedent.get());
        }
        for (String assumption : new TreeSet<>(property.assumptions())) {
            if (subject.fairness().mustBeRequested(assumption) && !isEverRequested(assumption)) {
                return LivenessResult.of(new Verdict.Vacuous(), "nothing ever enables " + assumption);
            }
        }
        OptionalInt deadEnd = deadEnd(property);
        if (deadEnd.isPresent()) {
            return LivenessResult.inconclusive("no fair run leads on from the reachable state " + deadEnd.getAsInt()
                    + ": " + describe(deadEnd.getAsInt()));
        }
        return new LivenessResult(
                new Verdict.Holds(), neededAssumptions(property), List.of(), OptionalLong.empty(), "");
    }

    private boolean isEverRequested(String assumption) throws StoppedException {
        return graphs.present().isEverRequested(assumption)
                || (!graphs.isWhole() && graphs.whole().isEverRequested(assumption));
    }

    /**
     * The least state from which no run is fair. That none is at all is the point of a property that forbids every run,
     * so there is nothing to lead on to.
     */
    private OptionalInt deadEnd(LivenessProperty property) throws StoppedException {
        boolean alwaysLeadsOn = property.assumptions().stream()
                .allMatch(assumption -> subject.fairness().isServedWhereverEnabled(assumption));
        boolean forbidsAll = property.formula().equals(Formula.FALSE);
        return alwaysLeadsOn || forbidsAll
                ? OptionalInt.empty()
                : graphs.whole().deadEnd(property);
    }

    private Set<Set<String>> neededAssumptions(LivenessProperty property) throws StoppedException {
        Set<Set<String>> needed = new HashSet<>();
        List<String> others = new ArrayList<>();
        for (String assumption : new TreeSet<>(property.assumptions())) {
            if (graphs.present().isBroken(property.without(assumption))) {
                needed.add(Set.of(assumption));
            } else {
                others.add(assumption);
            }
        }
        LivenessProperty bare = property;
        for (String assumption : others) {
            bare = bare.without(assumption);
        }
        if (others.size() > 1 && graphs.present().isBroken(bare)) {
            Set<Set<String>> pairs = neededPairs(property, others);
            needed.addAll(pairs.isEmpty() ? Set.of(Set.copyOf(others)) : pairs);
        }
        return needed;
    }

    private Set<Set<String>> neededPairs(LivenessProperty property, List<String> assumptions) throws StoppedException {
        Set<Set<String>> needed = new HashSet<>();
        for (int i = 0; i < assumptions.size(); i++) {
            LivenessProperty without = property.without(assumptions.get(i));
            for (int j = i + 1; j < assumptions.size(); j++) {
                if (graphs.present().isBroken(without.without(assumptions.get(j)))) {
                    needed.add(Set.of(assumptions.get(i), assumptions.get(j)));
                }
            }
        }
        return needed;
    }

    private String describe(int number) {
        StringBuilder description = new StringBuilder();
        subject.space().forEach(number, number + 1L, (same, states, offset) -> {
            long[] state =
                    Arrays.copyOfRange(states, offset, offset + subject.system().words());
            description.append(subject.system().describeState(state));
        });
        return description.toString();
    }
}
