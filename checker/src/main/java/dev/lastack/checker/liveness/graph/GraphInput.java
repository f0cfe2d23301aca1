package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.GraphProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * What a state graph is made of.
 *
 * @param predicates what is to be known of every state
 */
public record GraphInput(
        TransitionSystem system, StateSpace space, Fairness fairness, List<StatePredicate> predicates) {

    /** With every predicate that {@code properties} speak of, once. */
    public static GraphInput of(
            TransitionSystem system, StateSpace space, Fairness fairness, List<GraphProperty> properties) {
        List<StatePredicate> predicates = new ArrayList<>();
        for (GraphProperty property : properties) {
            for (StatePredicate each : property.atoms()) {
                if (!predicates.contains(each)) {
                    predicates.add(each);
                }
            }
        }
        return new GraphInput(system, space, fairness, predicates);
    }
}
