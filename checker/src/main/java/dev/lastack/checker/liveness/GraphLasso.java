package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.graph.GraphStep;
import java.util.ArrayList;
import java.util.List;

/** A lasso in a state graph, starting in state {@code initial}: a stem, then a cycle of at least one edge. */
record GraphLasso(int initial, List<GraphStep> stem, List<GraphStep> cycle) {

    GraphLasso {
        stem = List.copyOf(stem);
        cycle = List.copyOf(cycle);
    }

    /** The same run with its cycle begun as early as it can be. */
    GraphLasso tightened() {
        List<GraphStep> shorter = new ArrayList<>(stem);
        List<GraphStep> turned = new ArrayList<>(cycle);
        while (!shorter.isEmpty() && shorter.get(shorter.size() - 1).equals(turned.get(turned.size() - 1))) {
            turned.add(0, turned.remove(turned.size() - 1));
            shorter.remove(shorter.size() - 1);
        }
        return new GraphLasso(initial, shorter, turned);
    }
}
