package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.graph.Layer;
import dev.lastack.checker.liveness.graph.Product;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Whether a fair run leads on from every reachable state. Where none does, fairness forbids what the system does,
 * and that every fair run satisfies a formula says nothing about the runs that get there.
 */
final class MachineClosure {

    private MachineClosure() {}

    /** The least reachable state from which no run is fair. {@code found} is a search of all runs. */
    static OptionalInt deadEnd(Product product, FairCycleSearch.Result found) {
        BitSet good = new BitSet(product.nodes());
        for (FairCycleSearch.FairComponent component : found.fair()) {
            for (int node : component.nodes()) {
                good.set(node);
            }
        }
        Layer layer = found.layers().get(0);
        Product.Cursor cursor = product.cursor();
        for (int component = 0; component < layer.components(); component++) {
            int from = layer.starts()[component];
            int to = layer.starts()[component + 1];
            if (leadsToGood(layer.sequence(), from, to, good, cursor)) {
                for (int i = from; i < to; i++) {
                    good.set(layer.sequence()[i]);
                }
            }
        }
        int least = Integer.MAX_VALUE;
        for (int node : layer.sequence()) {
            if (!good.get(node)) {
                least = Math.min(least, product.state(node));
            }
        }
        return least == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(least);
    }

    private static boolean leadsToGood(int[] sequence, int from, int to, BitSet good, Product.Cursor cursor) {
        for (int i = from; i < to; i++) {
            if (good.get(sequence[i])) {
                return true;
            }
            cursor.open(sequence[i]);
            while (cursor.next()) {
                if (good.get(cursor.target())) {
                    return true;
                }
            }
        }
        return false;
    }
}
