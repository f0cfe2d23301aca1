package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.liveness.property.Fairness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The labels of a graph as seen under some of the assumptions. Sets of conditions are by their index in {@link
 * EdgeLabels}.
 */
public final class FairnessView {

    private final BitSet weak = new BitSet();
    private final BitSet strong = new BitSet();
    private final List<BitSet> accepted = new ArrayList<>();
    private final List<BitSet> requested = new ArrayList<>();
    private final List<BitSet> served = new ArrayList<>();

    public FairnessView(EdgeLabels labels, Fairness fairness, Set<String> assumptions) {
        for (int index = 0; index < labels.conditions(); index++) {
            long condition = labels.condition(index);
            if (assumptions.contains(fairness.assumption(condition))) {
                (fairness.strength(condition) == Fairness.Strength.WEAK ? weak : strong).set(index);
            }
        }
        for (int label = 0; label < labels.size(); label++) {
            BitSet idleOrServed = (BitSet) weak.clone();
            idleOrServed.andNot(labels.requested(label));
            idleOrServed.or(common(weak, labels.served(label)));
            accepted.add(idleOrServed);
            requested.add(common(strong, labels.requested(label)));
            served.add(common(strong, labels.served(label)));
        }
    }

    private static BitSet common(BitSet left, BitSet right) {
        BitSet both = (BitSet) left.clone();
        both.and(right);
        return both;
    }

    public int labels() {
        return accepted.size();
    }

    /** The weak conditions: a fair run takes edges that are {@link #accepted} by each of them infinitely often. */
    public BitSet weak() {
        return weak;
    }

    /** The weak conditions that are not enabled, or are served, on edges with {@code label}. */
    public BitSet accepted(int label) {
        return accepted.get(label);
    }

    /** The strong conditions that edges with {@code label} request. */
    public BitSet requested(int label) {
        return requested.get(label);
    }

    /** The strong conditions that edges with {@code label} serve. */
    public BitSet served(int label) {
        return served.get(label);
    }
}
