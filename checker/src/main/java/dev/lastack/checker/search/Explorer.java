package dev.lastack.checker.search;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.TransitionSystem;
import java.util.List;

/**
 * Level-synchronous breadth-first search of a {@link TransitionSystem}.
 *
 * <p>Verdicts, counts, levels and counterexamples are the same for any number of workers. Per property the
 * counterexample is one of the shortest: it ends in the least violating state (or the least source of a
 * violating step, by its least action) of the first level that has one, in the order of
 * {@link dev.lastack.checker.StateSpace}, and goes back from there over least predecessors by least actions.
 */
public final class Explorer {

    private final TransitionSystem system;
    private final List<Property> properties;
    private final Limits limits;
    private final Progress progress;

    /**
     * @throws IllegalArgumentException if two properties have the same name, or there is no worker
     */
    public Explorer(TransitionSystem system, List<Property> properties, Limits limits, Progress progress) {
        if (properties.stream().map(Property::name).distinct().count() < properties.size()) {
            throw new IllegalArgumentException("two properties have the same name");
        }
        if (limits.workers() < 1) {
            throw new IllegalArgumentException("workers: " + limits.workers() + " is not in the range 1..");
        }
        this.system = system;
        this.properties = List.copyOf(properties);
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Sees every reachable state, or as many as the limits allow.
     *
     * @throws AssertionError if the transition system fails; the message renders the state at which it did
     */
    public Exploration run() {
        try (Crew crew = new Crew(limits.workers())) {
            return new Search(system, properties, limits, progress, crew).run();
        }
    }
}
