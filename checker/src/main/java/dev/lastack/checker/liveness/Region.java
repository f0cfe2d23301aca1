package dev.lastack.checker.liveness;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.graph.Antecedent;
import dev.lastack.checker.liveness.graph.GraphInput;
import dev.lastack.checker.liveness.ltl.Automaton;
import dev.lastack.checker.liveness.ltl.Automaton.Transition;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.StoppedException;
import dev.lastack.checker.liveness.ltl.Tableau;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.GraphProperty;
import dev.lastack.checker.liveness.property.LivenessProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states in which runs that break one of some properties can stay: those that an automaton of their violations
 * reads other than by waiting at its start. In no other state such a run has a node, so the search for fair cycles
 * needs neither them nor the edges to them. Of {@code p ~> q} these are the states in which q does not hold, often few.
 */
final class Region {

    private static final int MOST_PREDICATES = Long.SIZE;

    private final List<StatePredicate> predicates;
    private final List<Guard> guards = new ArrayList<>();

    private Region(List<StatePredicate> predicates) {
        this.predicates = predicates;
    }

    private record Guard(long required, long forbidden) {}

    /**
     * The region of {@code properties}; empty if they may need all states. States in which an {@link Antecedent} is true
     * belong to it, so that it is seen whether there are any.
     */
    static Optional<Region> of(List<GraphProperty> properties, GraphInput subject) throws StoppedException {
        Region region = new Region(subject.predicates());
        boolean small = subject.predicates().size() <= MOST_PREDICATES;
        for (GraphProperty property : properties) {
            small = small
                    && property instanceof LivenessProperty
                    && region.include(property.ofRuns(), subject.fairness());
        }
        return small ? Optional.of(region) : Optional.empty();
    }

    private boolean include(LivenessProperty property, Fairness fairness) throws StoppedException {
        Automaton violations = GraphSearch.violations(property);
        if (!violations.startWaits() || !property.assumptions().stream().allMatch(fairness::isServedWhereverEnabled)) {
            return false;
        }
        for (int location = 0; location < violations.locations(); location++) {
            for (Transition each : violations.outgoing().get(location)) {
                if (location != 0 || each.target() != 0) {
                    add(violations, each, property);
                }
            }
        }
        Optional<Formula> antecedent = Antecedent.of(property.formula());
        if (antecedent.isPresent()) {
            Automaton now = Tableau.of(antecedent.get());
            now.outgoing().get(0).forEach(each -> add(now, each, property));
        }
        return true;
    }

    private void add(Automaton automaton, Transition transition, LivenessProperty property) {
        Guard guard = new Guard(
                renamed(transition.required(), automaton, property),
                renamed(transition.forbidden(), automaton, property));
        if (!guards.contains(guard)) {
            guards.add(guard);
        }
    }

    private long renamed(long letter, Automaton automaton, LivenessProperty property) {
        long own = 0;
        for (int atom = 0; atom < automaton.atoms().size(); atom++) {
            if ((letter >>> atom & 1) != 0) {
                String name = automaton.atoms().get(atom);
                own |= 1L << predicates.indexOf(property.predicates().get(name));
            }
        }
        return own;
    }

    /** Whether the state at {@code states[offset..]} belongs to it. */
    boolean contains(long[] states, int offset) {
        long letter = 0;
        for (int predicate = 0; predicate < predicates.size(); predicate++) {
            if (predicates.get(predicate).test(states, offset)) {
                letter |= 1L << predicate;
            }
        }
        for (int i = 0; i < guards.size(); i++) {
            Guard guard = guards.get(i);
            if ((letter & guard.required()) == guard.required() && (letter & guard.forbidden()) == 0) {
                return true;
            }
        }
        return false;
    }
}
