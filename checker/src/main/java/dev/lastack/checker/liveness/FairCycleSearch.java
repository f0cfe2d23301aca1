package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.graph.FairnessView;
import dev.lastack.checker.liveness.graph.IntStack;
import dev.lastack.checker.liveness.graph.Layer;
import dev.lastack.checker.liveness.graph.Product;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds every part of a product in which an accepting fair run can stay for ever.
 *
 * <p>Such a run stays in one strongly connected component in the end. A component that lacks an edge accepted by some
 * weak condition, or by some acceptance set, has none. A component with an edge that requests a strong condition,
 * and none that serves it, has one only without the requesting edges: it is taken apart again without them. What
 * is left has a fair run through all of its edges. Every conclusion is kept in the {@link Layer}s, for {@link
 * ProofCheck}.
 */
final class FairCycleSearch {

    /** Nodes that some fair run passes again and again, and the conditions it must not request there. */
    @SuppressWarnings("ArrayRecordComponent")
    record FairComponent(int[] nodes, BitSet dropped) {}

    /** What was found; {@code layers} tells why there is nothing else. */
    record Result(List<FairComponent> fair, List<Layer> layers) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Region(int[] nodes, BitSet dropped, int parent, int component) {}

    private static final int NO_LOOP = -1;
    private static final int SEVERAL_LOOPS = -2;

    private final Product product;
    private final FairnessView fairness;
    private final SearchClock watch;
    private final Tally tally;

    // Per node: 0 unvisited, positive the order of its visit, negative minus its component in this region minus 1.
    private final int[] order;
    private final int[] regionOf;
    private final List<FairComponent> fair = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private final Deque<Region> regions = new ArrayDeque<>();

    private final Product.Cursor cursor;
    private final Product.Cursor inner;
    private final IntStack path = new IntStack();
    private final IntStack pathEdges = new IntStack();
    private final IntStack pathIndexes = new IntStack();
    private final IntStack lows = new IntStack();

    // Per node of the path the label of its only edge to itself, or NO_LOOP, or SEVERAL_LOOPS.
    private final IntStack loops = new IntStack();
    private final IntStack open = new IntStack();
    private IntStack sequence = new IntStack();
    private IntStack starts = new IntStack();
    private final boolean[] droppedLabel;
    private BitSet dropped = new BitSet();
    private int region;
    private int visits;
    private int enough;

    FairCycleSearch(Product product, FairnessView fairness, SearchClock watch) {
        this.product = product;
        this.fairness = fairness;
        this.watch = watch;
        tally = new Tally(fairness, product.automaton());
        order = new int[product.nodes()];
        regionOf = new int[product.nodes()];
        cursor = product.cursor();
        inner = product.cursor();
        droppedLabel = new boolean[fairness.labels()];
    }

    /** Memory that a search of {@code nodes} nodes may need. */
    static long bytes(long nodes) {
        int arrays = 2 * Integer.BYTES;
        int stacks = 5 * Integer.BYTES;
        int layers = 2 * Integer.BYTES;
        return nodes * (arrays + 2 * (stacks + layers));
    }

    /** Finds them all. */
    Result run() throws StoppedException {
        return run(Integer.MAX_VALUE);
    }

    /** Finds one, if there is one; where there is none, the layers say why. */
    Result runToFirst() throws StoppedException {
        return run(1);
    }

    private Result run(int enough) throws StoppedException {
        this.enough = enough;
        watch.begin("searching fair cycles", product.edges());
        IntStack roots = new IntStack();
        BitSet known = new BitSet(product.nodes());
        product.forEachRoot(node -> {
            if (!known.get(node)) {
                known.set(node);
                roots.push(node);
            }
        });
        search(new Region(roots.toArray(0), new BitSet(), -1, -1));
        while (!regions.isEmpty() && fair.size() < enough) {
            Region next = regions.remove();
            region++;
            for (int node : next.nodes()) {
                regionOf[node] = region;
                order[node] = 0;
            }
            search(next);
        }
        return new Result(List.copyOf(fair), List.copyOf(layers));
    }

    private void search(Region next) throws StoppedException {
        sequence = new IntStack();
        starts = new IntStack();
        dropped = next.dropped();
        for (int label = 0; label < droppedLabel.length; label++) {
            droppedLabel[label] = fairness.requested(label).intersects(dropped);
        }
        visits = 0;
        for (int root : next.nodes()) {
            if (order[root] == 0 && fair.size() < enough) {
                visitFrom(root);
            }
        }
        starts.push(sequence.size());
        layers.add(new Layer(sequence.toArray(0), starts.toArray(0), dropped, next.parent(), next.component()));
    }

    private void visitFrom(int root) throws StoppedException {
        enter(root);
        while (!path.isEmpty() && fair.size() < enough) {
            watch.step();
            if (!cursor.next()) {
                leave();
            } else if (!droppedLabel[cursor.label()]) {
                int target = cursor.target();
                if (target == path.top()) {
                    loops.replaceTop(loops.top() == NO_LOOP ? cursor.label() : SEVERAL_LOOPS);
                } else {
                    follow(target);
                }
            }
        }
    }

    private void follow(int target) {
        if (regionOf[target] != region) {
            return;
        }
        int visited = order[target];
        if (visited == 0) {
            pathEdges.replaceTop(cursor.edgeStart());
            pathIndexes.replaceTop(cursor.index());
            enter(target);
        } else if (visited > 0) {
            lows.replaceTop(Math.min(lows.top(), visited));
        }
    }

    private void enter(int node) {
        order[node] = ++visits;
        path.push(node);
        pathEdges.push(-1);
        pathIndexes.push(0);
        lows.push(visits);
        loops.push(NO_LOOP);
        open.push(node);
        cursor.open(node);
    }

    private void leave() {
        int node = path.pop();
        int low = lows.pop();
        int loop = loops.pop();
        pathEdges.pop();
        pathIndexes.pop();
        if (low == order[node]) {
            completeComponent(node, loop);
        }
        if (!path.isEmpty()) {
            lows.replaceTop(Math.min(lows.top(), low));
            cursor.resume(path.top(), pathEdges.top(), pathIndexes.top());
        }
    }

    private void completeComponent(int first, int loop) {
        int component = starts.size();
        int start = sequence.size();
        starts.push(start);
        int node;
        do {
            node = open.pop();
            order[node] = -component - 1;
            sequence.push(node);
        } while (node != first);
        tally.clear();
        boolean single = sequence.size() == start + 1;
        if (single && loop >= 0 && product.automaton().acceptanceSets() == 0) {
            tally.add(loop, 0);
        } else if (!single || loop != NO_LOOP) {
            tallyEdges(component, start);
        }
        decide(component, start);
    }

    private void tallyEdges(int component, int start) {
        for (int i = start; i < sequence.size(); i++) {
            inner.open(sequence.get(i));
            while (inner.next()) {
                int target = inner.target();
                if (order[target] == -component - 1 && regionOf[target] == region && !droppedLabel[inner.label()]) {
                    tally.add(inner.label(), inner.accepts());
                }
            }
        }
    }

    private void decide(int component, int start) {
        if (!tally.isWeaklyFair()) {
            return;
        }
        BitSet unserved = tally.unserved();
        if (unserved.isEmpty()) {
            fair.add(new FairComponent(sequence.toArray(start), dropped));
        } else {
            BitSet more = (BitSet) dropped.clone();
            more.or(unserved);
            regions.add(new Region(sequence.toArray(start), more, layers.size(), component));
        }
    }
}
