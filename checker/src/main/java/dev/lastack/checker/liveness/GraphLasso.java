package dev.lastack.checker.liveness;

import java.util.List;

/** A lasso in a state graph, starting in state {@code initial}: a stem, then a cycle of at least one edge. */
record GraphLasso(int initial, List<GraphStep> stem, List<GraphStep> cycle) {

    GraphLasso {
        stem = List.copyOf(stem);
        cycle = List.copyOf(cycle);
    }
}
