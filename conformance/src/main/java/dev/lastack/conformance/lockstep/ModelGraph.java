package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** States of a transition system in breadth-first order, each with a shortest way to it. */
final class ModelGraph {

    private static final int NONE = -1;

    private final List<long[]> states = new ArrayList<>();
    private final List<int[]> ways = new ArrayList<>();
    private final Map<ByteBuffer, Integer> ids = new HashMap<>();
    private final boolean complete;

    /** Sees states until {@code most} are known, or all. */
    ModelGraph(TransitionSystem system, int most) {
        Steps possible = new Steps(system);
        possible.initial().forEach(state -> discover(state, NONE, NONE));
        int next = 0;
        while (next < states.size() && states.size() < most) {
            for (Trace.Step step : possible.from(states.get(next))) {
                discover(step.target(), next, step.action());
            }
            next++;
        }
        complete = next == states.size();
    }

    int size() {
        return states.size();
    }

    /** Every reachable state was seen. */
    boolean complete() {
        return complete;
    }

    private static ByteBuffer key(long[] state) {
        ByteBuffer key = ByteBuffer.allocate(state.length * Long.BYTES);
        key.asLongBuffer().put(state);
        return key;
    }

    long[] state(int id) {
        return states.get(id);
    }

    /** The actions that lead from the initial state to state {@code id}. */
    List<Integer> wayTo(int id) {
        List<Integer> actions = new ArrayList<>();
        for (int at = id; ways.get(at)[0] != NONE; at = ways.get(at)[0]) {
            actions.add(0, ways.get(at)[1]);
        }
        return actions;
    }

    private void discover(long[] state, int source, int action) {
        if (ids.putIfAbsent(key(state), states.size()) == null) {
            states.add(state);
            ways.add(new int[] {source, action});
        }
    }
}
