package dev.lastack.checker.liveness.property;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.LivenessSearch;
import java.util.List;
import java.util.Set;

/** What is decided on the graph of all explored states, by {@link LivenessSearch}. */
public sealed interface GraphProperty permits LivenessProperty, LongestStay {

    /** Unique within a search. */
    String name();

    /** The same by another name. */
    GraphProperty named(String newName);

    /** The assumptions under which runs count. */
    Set<String> assumptions();

    /** The same without one of its assumptions. */
    GraphProperty without(String assumption);

    /** What a lasso that breaks this breaks. */
    LivenessProperty ofRuns();

    /** The predicates that must be known of every state. */
    List<StatePredicate> atoms();
}
