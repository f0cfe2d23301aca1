package dev.lastack.properties.claims;

import dev.lastack.checker.Property;
import dev.lastack.checker.liveness.property.GraphProperty;
import dev.lastack.model.TerminationModel;
import java.util.List;
import java.util.function.Function;

/** How a claim is decided. */
public sealed interface Question {

    /** In the exploration itself, state by state and step by step. */
    record OfSteps(Function<TerminationModel, Property> property) implements Question {}

    /** On the graph of all explored states; the claim holds if all of these do. */
    record OfRuns(Function<TerminationModel, List<GraphProperty>> properties) implements Question {}
}
