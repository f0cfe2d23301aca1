package dev.lastack.checker.liveness.graph;

import java.util.BitSet;
import java.util.List;

/**
 * The marks that occur on the edges of a graph: label l requests the conditions {@code requested(l)} and serves
 * {@code served(l)}. Conditions are numbered in ascending order of the numbers that the system gave them.
 */
public final class EdgeLabels {

    /** The conditions that one edge requests and serves. */
    record Label(BitSet requested, BitSet served) {}

    private final long[] conditions;
    private final List<Label> labels;

    EdgeLabels(long[] conditions, List<Label> labels) {
        this.conditions = conditions;
        this.labels = List.copyOf(labels);
    }

    public int size() {
        return labels.size();
    }

    int conditions() {
        return conditions.length;
    }

    /** The system's number for condition {@code index}. */
    public long condition(int index) {
        return conditions[index];
    }

    public BitSet requested(int label) {
        return labels.get(label).requested();
    }

    public BitSet served(int label) {
        return labels.get(label).served();
    }
}
