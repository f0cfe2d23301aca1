package dev.lastack.checker.liveness;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.graph.GraphBuilder;
import dev.lastack.checker.liveness.graph.GraphInput;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.ltl.StoppedException;
import dev.lastack.checker.liveness.property.GraphProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The graph that some properties are decided on: of the {@link Region} in which they can be broken, as long as that is
 * enough, then of all states. There is one at a time.
 */
final class Graphs {

    private static final StatePredicate ALL = (states, offset) -> true;

    private final GraphInput subject;
    private final SearchClock watch;
    private final long freeBytes;
    private @Nullable GraphSearch present;
    private boolean whole;

    /** A graph and a search in it take at most {@code freeBytes}. */
    Graphs(GraphInput subject, List<GraphProperty> properties, SearchClock watch, long freeBytes)
            throws StoppedException {
        this.subject = subject;
        this.watch = watch;
        this.freeBytes = freeBytes;
        Optional<Region> region = Region.of(properties, subject);
        whole = region.isEmpty();
        present = search(region.<StatePredicate>map(part -> part::contains).orElse(ALL));
    }

    private GraphSearch search(StatePredicate wanted) throws StoppedException {
        return new GraphSearch(GraphBuilder.build(subject, wanted, watch, freeBytes), subject, watch, freeBytes);
    }

    /** The graph that there is. Where it is not whole, its numbers of states mean nothing beyond it. */
    GraphSearch present() throws StoppedException {
        if (present == null) {
            present = search(ALL);
        }
        return present;
    }

    /** Whether {@link #present()} has all states, numbered as in their space. */
    boolean isWhole() {
        return whole;
    }

    /** The graph of all states. */
    GraphSearch whole() throws StoppedException {
        if (!whole) {
            whole = true;
            present = null;
        }
        return present();
    }
}
