package dev.lastack.checker.liveness;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.TransitionSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a state graph is made of.
 *
 * @param predicates what is to be known of every state
 */
record Subject(TransitionSystem system, StateSpace space, Fairness fairness, List<StatePredicate> predicates) {

    /** With every predicate that {@code properties} speak of, once. */
    static Subject of(TransitionSystem system, StateSpace space, Fairness fairness, List<GraphProperty> properties) {
        List<StatePredicate> predicates = new ArrayList<>();
        for (GraphProperty property : properties) {
            for (StatePredicate each : property.atoms()) {
                if (!predicates.contains(each)) {
                    predicates.add(each);
                }
            }
        }
        return new Subject(system, space, fairness, predicates);
    }
}
