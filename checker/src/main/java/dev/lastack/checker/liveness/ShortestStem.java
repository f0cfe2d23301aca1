package dev.lastack.checker.liveness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/** The shortest way through a product from where runs start to one of some nodes. */
final class ShortestStem {

    /** A way to {@code node}, from a start in state {@code initial}. */
    record Stem(int initial, List<GraphStep> steps, int node) {}

    private final Product product;
    private final int[] parent;
    private final IntStack queue = new IntStack();

    private ShortestStem(Product product) {
        this.product = product;
        this.parent = new int[product.nodes()];
    }

    /** Of the nearest nodes that are {@code wanted}, the first in breadth-first order; there must be one. */
    static Stem to(Product whole, IntPredicate wanted, Watch watch) throws StoppedException {
        return new ShortestStem(whole).search(wanted, watch);
    }

    private Stem search(IntPredicate wanted, Watch watch) throws StoppedException {
        Arrays.fill(parent, -1);
        product.forEachRoot(node -> reach(node, node));
        Product.Cursor cursor = product.cursor();
        for (int next = 0; next < queue.size(); next++) {
            int node = queue.get(next);
            if (wanted.test(node)) {
                return stem(node, cursor);
            }
            cursor.open(node);
            while (cursor.next()) {
                watch.step();
                reach(cursor.target(), node);
            }
        }
        throw new AssertionError("a fair component that cannot be reached");
    }

    private void reach(int node, int from) {
        if (parent[node] < 0) {
            parent[node] = from;
            queue.push(node);
        }
    }

    private Stem stem(int end, Product.Cursor cursor) {
        List<GraphStep> steps = new ArrayList<>();
        int node = end;
        while (parent[node] != node) {
            cursor.open(parent[node]);
            do {
                if (!cursor.next()) {
                    throw new AssertionError("an edge that is gone");
                }
            } while (cursor.target() != node);
            steps.add(cursor.graphStep());
            node = parent[node];
        }
        Collections.reverse(steps);
        return new Stem(product.state(node), steps, end);
    }
}
