package dev.lastack.checker.liveness.graph;

import java.util.Arrays;
import java.util.BitSet;

/** A breadth-first search in which to idle costs nothing: the nodes at the present distance, and those one step on. */
public final class BreadthFirst {

    private static final int UNREACHED = -1;

    private final int[] parent;
    private final BitSet settled = new BitSet();
    private IntStack here = new IntStack();
    private IntStack onward = new IntStack();

    public BreadthFirst(int nodes) {
        parent = new int[nodes];
        Arrays.fill(parent, UNREACHED);
    }

    /** Starts in {@code node}, which becomes its own parent. */
    public void start(int node) {
        reach(node, node, true);
    }

    /** Notes that {@code node} is reached from {@code from}; returns whether this is the best way there so far. */
    public boolean reach(int node, int from, boolean idle) {
        if (settled.get(node) || (!idle && parent[node] != UNREACHED)) {
            return false;
        }
        parent[node] = from;
        if (idle) {
            settled.set(node);
            here.push(node);
        } else {
            onward.push(node);
        }
        return true;
    }

    public int parent(int node) {
        return parent[node];
    }

    /** The nodes at the present distance; it grows while it is walked through, as idling reaches more of them. */
    public IntStack here() {
        return here;
    }

    /** Goes one step on; returns false if that leads to no new node. */
    public boolean advance() {
        IntStack next = new IntStack();
        for (int i = 0; i < onward.size(); i++) {
            if (!settled.get(onward.get(i))) {
                settled.set(onward.get(i));
                next.push(onward.get(i));
            }
        }
        here = next;
        onward = new IntStack();
        return !here.isEmpty();
    }
}
