package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.graph.BreadthFirst;
import dev.lastack.checker.liveness.graph.FairnessView;
import dev.lastack.checker.liveness.graph.GraphStep;
import dev.lastack.checker.liveness.graph.Product;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * A short fair cycle within a component, by a greedy tour: from where it stands always the shortest way to an edge
 * that meets a need still open, in the end back to the start; to idle costs nothing. A strong condition becomes a need only if the tour
 * requests it.
 */
final class FairTour {

    private record Edge(int target, int label, long accepts, GraphStep step) {}

    @FunctionalInterface
    private interface Goal {
        boolean isReachedBy(Product.Cursor edge);
    }

    private final Product product;
    private final FairnessView fairness;
    private final int[] nodes;
    private final BitSet dropped;
    private final int[] parentEdge;
    private final Product.Cursor cursor;
    private final SearchClock watch;
    private BreadthFirst wave = new BreadthFirst(0);

    FairTour(Product product, FairnessView fairness, FairCycleSearch.FairComponent component, SearchClock watch) {
        this.product = product;
        this.fairness = fairness;
        this.nodes = component.nodes().clone();
        Arrays.sort(nodes);
        this.dropped = component.dropped();
        this.parentEdge = new int[nodes.length];
        this.cursor = product.cursor();
        this.watch = watch;
    }

    /** A fair and accepting cycle of at least one edge through {@code start}, a node of the component. */
    List<GraphStep> from(int start) throws StoppedException {
        BitSet toServe = new BitSet();
        while (true) {
            Needs needs = new Needs((BitSet) toServe.clone());
            List<Edge> tour = tour(start, needs);
            BitSet missing = needs.unserved();
            if (missing.isEmpty()) {
                return tour.stream().map(Edge::step).toList();
            }
            toServe.or(missing);
        }
    }

    private List<Edge> tour(int start, Needs needs) throws StoppedException {
        List<Edge> tour = new ArrayList<>();
        int node = start;
        while (needs.areOpen()) {
            node = append(tour, needs, leg(node, needs));
        }
        if (tour.isEmpty() || node != start) {
            append(tour, needs, leg(node, edge -> edge.target() == start));
        }
        return tour;
    }

    private static int append(List<Edge> tour, Needs needs, List<Edge> leg) {
        leg.forEach(needs::meet);
        tour.addAll(leg);
        return leg.get(leg.size() - 1).target();
    }

    private List<Edge> leg(int from, Goal goal) throws StoppedException {
        wave = new BreadthFirst(nodes.length);
        wave.start(local(from));
        do {
            List<Edge> reached = searchLevel(goal);
            if (!reached.isEmpty()) {
                return reached;
            }
        } while (wave.advance());
        throw new AssertionError("a fair component in which something fair cannot be reached");
    }

    /** The way to the goal by one step from the present distance, or by idling there, which costs nothing. */
    private List<Edge> searchLevel(Goal goal) throws StoppedException {
        List<Edge> reached = List.of();
        for (int next = 0; next < wave.here().size(); next++) {
            int source = wave.here().get(next);
            cursor.open(nodes[source]);
            for (int edge = 0; cursor.next(); edge++) {
                watch.step();
                int target = local(cursor.target());
                if (target < 0 || fairness.requested(cursor.label()).intersects(dropped)) {
                    continue;
                }
                boolean idle = cursor.isIdle();
                if (goal.isReachedBy(cursor) && (idle || reached.isEmpty())) {
                    reached = way(source, edge());
                    if (idle) {
                        return reached;
                    }
                    reopen(source, edge);
                }
                if (wave.reach(target, source, idle)) {
                    parentEdge[target] = edge;
                }
            }
        }
        return reached;
    }

    private void reopen(int source, int edge) {
        cursor.open(nodes[source]);
        for (int i = 0; i <= edge; i++) {
            cursor.next();
        }
    }

    private int local(int node) {
        return Arrays.binarySearch(nodes, node);
    }

    private Edge edge() {
        return new Edge(cursor.target(), cursor.label(), cursor.accepts(), cursor.graphStep());
    }

    private List<Edge> way(int source, Edge last) {
        List<Edge> edges = new ArrayList<>();
        edges.add(last);
        for (int node = source; wave.parent(node) != node; node = wave.parent(node)) {
            reopen(wave.parent(node), parentEdge[node]);
            edges.add(edge());
        }
        Collections.reverse(edges);
        return edges;
    }

    /** What the tour still has to do, and what it has requested and served. */
    private final class Needs implements Goal {
        private final BitSet weak = (BitSet) fairness.weak().clone();
        private final BitSet toServe;
        private final BitSet requested = new BitSet();
        private final BitSet served = new BitSet();
        private long accepts = product.automaton().allAccepted();

        Needs(BitSet toServe) {
            this.toServe = toServe;
        }

        boolean areOpen() {
            return accepts != 0 || !weak.isEmpty() || !toServe.isEmpty();
        }

        @Override
        public boolean isReachedBy(Product.Cursor edge) {
            return (accepts & edge.accepts()) != 0
                    || weak.intersects(fairness.accepted(edge.label()))
                    || toServe.intersects(fairness.served(edge.label()));
        }

        void meet(Edge edge) {
            accepts &= ~edge.accepts();
            weak.andNot(fairness.accepted(edge.label()));
            toServe.andNot(fairness.served(edge.label()));
            requested.or(fairness.requested(edge.label()));
            served.or(fairness.served(edge.label()));
        }

        BitSet unserved() {
            BitSet missing = (BitSet) requested.clone();
            missing.andNot(served);
            return missing;
        }
    }
}
