package dev.lastack.checker.liveness.graph;

import java.util.BitSet;

/**
 * The strongly connected components of one part of a product, without the edges that request a condition of
 * {@code dropped}. The components stand one behind the other in {@code sequence}, each after those that it
 * leads to; component i is {@code sequence[starts[i]..starts[i + 1]]}.
 *
 * <p>The first layer holds all that is reachable. Any other takes apart one component of an earlier layer, in
 * which the dropped conditions are requested and never served: a fair run that stays in it requests them finitely
 * often only.
 *
 * @param parent the index of that earlier layer, or -1 in the first
 * @param component which of its components
 */
@SuppressWarnings("ArrayRecordComponent")
public record Layer(int[] sequence, int[] starts, BitSet dropped, int parent, int component) {

    public int components() {
        return starts.length - 1;
    }
}
