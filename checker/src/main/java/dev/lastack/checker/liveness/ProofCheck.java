package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.graph.FairnessView;
import dev.lastack.checker.liveness.graph.Layer;
import dev.lastack.checker.liveness.graph.Product;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks, layer by layer, that a product has no accepting fair run. It searches nothing: the {@link Layer}s say
 * which nodes belong together and in which order, and every edge is held against that.
 *
 * <p>The first layer must be closed under all edges and hold every root. In any layer each edge must lead to the
 * same or an earlier component, so a run stays in one of them in the end. There, something that a fair accepting
 * run needs must be missing; or strong conditions are requested and never served, and a further layer accounts
 * for the same nodes without the requesting edges.
 */
final class ProofCheck {

    private final Product product;
    private final FairnessView fairness;
    private final List<Layer> layers;
    private final Map<Long, Integer> refinements = new HashMap<>();
    private final int[] rank;
    private final Product.Cursor cursor;
    private final SearchClock watch;

    private ProofCheck(Product product, FairnessView fairness, List<Layer> layers, SearchClock watch) {
        this.product = product;
        this.fairness = fairness;
        this.layers = layers;
        this.rank = new int[product.nodes()];
        this.cursor = product.cursor();
        this.watch = watch;
    }

    /** @throws AssertionError if {@code layers} are no proof */
    static void check(Product product, FairnessView fairness, List<Layer> layers, SearchClock watch)
            throws StoppedException {
        ProofCheck check = new ProofCheck(product, fairness, layers, watch);
        for (int index = 1; index < layers.size(); index++) {
            Layer layer = layers.get(index);
            require(layer.parent() < index, "a layer before the one it takes apart");
            check.refinements.put(key(layer.parent(), layer.component()), index);
        }
        for (int index = 0; index < layers.size(); index++) {
            check.checkLayer(index);
        }
    }

    private static long key(int layer, int component) {
        return (long) layer << Integer.SIZE | component;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("the search for fair cycles is not borne out by its own proof: " + what);
        }
    }

    private void checkLayer(int index) throws StoppedException {
        Layer layer = layers.get(index);
        rankNodes(layer);
        if (index == 0) {
            require(layer.dropped().isEmpty(), "the first layer drops edges");
            product.forEachRoot(root -> require(rank[root] > 0, "a root that was not visited"));
        } else {
            checkSameNodes(layer, layers.get(layer.parent()));
        }
        for (int component = 0; component < layer.components(); component++) {
            checkComponent(index, layer, component);
        }
        for (int node : layer.sequence()) {
            rank[node] = 0;
        }
    }

    private void rankNodes(Layer layer) {
        for (int component = 0; component < layer.components(); component++) {
            for (int i = layer.starts()[component]; i < layer.starts()[component + 1]; i++) {
                require(rank[layer.sequence()[i]] == 0, "a node in two components");
                rank[layer.sequence()[i]] = component + 1;
            }
        }
    }

    private void checkSameNodes(Layer layer, Layer parent) {
        int from = parent.starts()[layer.component()];
        int to = parent.starts()[layer.component() + 1];
        require(layer.sequence().length == to - from, "a layer of other size than the component it takes apart");
        for (int i = from; i < to; i++) {
            require(rank[parent.sequence()[i]] > 0, "a layer without a node of the component it takes apart");
        }
    }

    private void checkComponent(int index, Layer layer, int component) throws StoppedException {
        BitSet labels = new BitSet();
        long accepts = 0;
        for (int i = layer.starts()[component]; i < layer.starts()[component + 1]; i++) {
            cursor.open(layer.sequence()[i]);
            while (cursor.next()) {
                watch.step();
                int reached = rank[cursor.target()];
                require(index > 0 || reached > 0, "an edge that leaves the visited nodes");
                if (reached == 0
                        || (index > 0 && fairness.requested(cursor.label()).intersects(layer.dropped()))) {
                    continue;
                }
                require(reached <= component + 1, "an edge to a later component");
                if (reached == component + 1) {
                    labels.set(cursor.label());
                    accepts |= cursor.accepts();
                }
            }
        }
        if (!labels.isEmpty() && accepts == product.automaton().allAccepted() && acceptedByAllWeak(labels)) {
            int refinement = refinements.getOrDefault(key(index, component), -1);
            require(refinement > 0, "a component in which a run is fair");
            checkDropped(layers.get(refinement), layer, labels);
        }
    }

    private boolean acceptedByAllWeak(BitSet labels) {
        return fairness.weak().stream()
                .allMatch(condition -> labels.stream()
                        .anyMatch(label -> fairness.accepted(label).get(condition)));
    }

    private void checkDropped(Layer refinement, Layer layer, BitSet labels) {
        BitSet more = (BitSet) refinement.dropped().clone();
        more.andNot(layer.dropped());
        require(!more.isEmpty(), "a layer that drops no more than the one before");
        require(
                labels.stream().noneMatch(label -> fairness.served(label).intersects(more)),
                "a dropped condition that is served");
    }
}
