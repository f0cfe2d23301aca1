package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/** The shortest way through a product from where runs start to one of some nodes; to idle costs nothing. */
public final class ShortestStem {

    /** A way to {@code node}, from a start in state {@code initial}. */
    public record Stem(int initial, List<GraphStep> steps, int node) {}

    private final Product product;
    private final BreadthFirst wave;

    private ShortestStem(Product product) {
        this.product = product;
        this.wave = new BreadthFirst(product.nodes());
    }

    /** Of the nearest nodes that are {@code wanted}, the first in breadth-first order; there must be one. */
    public static Stem to(Product whole, IntPredicate wanted, SearchClock watch) throws StoppedException {
        return new ShortestStem(whole).search(wanted, watch);
    }

    private Stem search(IntPredicate wanted, SearchClock watch) throws StoppedException {
        watch.begin("searching the shortest stem", product.edges());
        product.forEachRoot(wave::start);
        Product.Cursor cursor = product.cursor();
        do {
            for (int next = 0; next < wave.here().size(); next++) {
                int node = wave.here().get(next);
                if (wanted.test(node)) {
                    return stem(node, cursor);
                }
                cursor.open(node);
                while (cursor.next()) {
                    watch.step();
                    wave.reach(cursor.target(), node, cursor.isIdle());
                }
            }
        } while (wave.advance());
        throw new AssertionError("a fair component that cannot be reached");
    }

    private Stem stem(int end, Product.Cursor cursor) {
        List<GraphStep> steps = new ArrayList<>();
        int node = end;
        while (wave.parent(node) != node) {
            steps.add(edge(wave.parent(node), node, cursor));
            node = wave.parent(node);
        }
        Collections.reverse(steps);
        return new Stem(product.state(node), steps, end);
    }

    /** The edge between two nodes that idles, else the first. */
    private static GraphStep edge(int from, int to, Product.Cursor cursor) {
        List<GraphStep> edges = new ArrayList<>();
        cursor.open(from);
        while (cursor.next()) {
            if (cursor.target() == to) {
                edges.add(cursor.graphStep());
            }
        }
        return edges.stream().filter(GraphStep::idle).findFirst().orElse(edges.get(0));
    }
}
