package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.graph.EdgeLabels;
import dev.lastack.checker.liveness.graph.GraphStep;
import dev.lastack.checker.liveness.graph.Layer;
import dev.lastack.checker.liveness.graph.Product;
import dev.lastack.checker.liveness.graph.StateGraph;
import dev.lastack.checker.liveness.graph.Valuation;
import dev.lastack.checker.liveness.property.Fairness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The longest stay in a set of states that no cycle with a tick of the clock lies in. The strongly connected components
 * of the states come in an order in which each stands after those that it leads to, so one pass over them finds how
 * many ticks a run can still make from each.
 */
final class LongestStaySearch {

    /** The longest stay, and a run that makes it: it starts in state {@code first}. */
    record Longest(long ticks, int first, List<GraphStep> steps) {}

    private final StateGraph graph;
    private final Valuation valuation;
    private final int stay;
    private final BitSet ticks = new BitSet();
    private final BitSet settled = new BitSet();
    private final int[] remaining;

    private LongestStaySearch(Product.Side side, int stay, Fairness fairness, Set<String> clock) {
        this.graph = side.graph();
        this.valuation = side.valuation();
        this.stay = stay;
        this.remaining = new int[graph.states()];
        EdgeLabels labels = graph.labels();
        for (int label = 0; label < labels.size(); label++) {
            boolean tick = labels.served(label).stream()
                    .anyMatch(index -> clock.contains(fairness.assumption(labels.condition(index))));
            ticks.set(label, tick);
        }
    }

    /**
     * Of the states in which the predicate numbered {@code stay} holds. {@code components} are those of these states
     * alone; a state that is missing there is one in which a stay can only begin.
     */
    static Longest of(Product.Side side, int stay, Fairness fairness, String clock, Layer components) {
        LongestStaySearch search = new LongestStaySearch(side, stay, fairness, Set.of(clock));
        for (int component = 0; component < components.components(); component++) {
            search.settle(Arrays.copyOfRange(
                    components.sequence(),
                    components.starts()[component],
                    components.starts()[component + 1]));
        }
        return search.longest();
    }

    /** All states of a component have as much left: within it no tick is possible, but any state is. */
    private void settle(int[] component) {
        int most = 0;
        for (int state : component) {
            most = Math.max(most, bestFrom(state));
        }
        for (int state : component) {
            remaining[state] = most;
            settled.set(state);
        }
    }

    private int bestFrom(int state) {
        int best = 0;
        StateGraph.Cursor cursor = graph.cursor();
        cursor.open(state);
        while (valuation.holds(stay, state) && cursor.next()) {
            best = Math.max(best, worth(cursor));
        }
        return best;
    }

    private int worth(StateGraph.Cursor edge) {
        int tick = ticks.get(edge.label()) ? 1 : 0;
        return tick + (valuation.holds(stay, edge.target()) ? remaining[edge.target()] : 0);
    }

    private Longest longest() {
        int first = 0;
        int most = -1;
        for (int state = 0; state < graph.states(); state++) {
            if (valuation.holds(stay, state)) {
                remaining[state] = settled.get(state) ? remaining[state] : bestFrom(state);
                if (remaining[state] > most) {
                    most = remaining[state];
                    first = state;
                }
            }
        }
        return new Longest(Math.max(most, 0), first, most <= 0 ? List.of() : steps(first));
    }

    /** A run from {@code first} that makes all its ticks: always the shortest way to the next tick that loses none. */
    private List<GraphStep> steps(int first) {
        List<GraphStep> steps = new ArrayList<>();
        int state = first;
        for (int left = remaining[first]; left > 0; left--) {
            state = appendTick(steps, state, left);
        }
        return steps;
    }

    private int appendTick(List<GraphStep> steps, int from, int left) {
        List<GraphStep> reached = new ArrayList<>();
        BitSet seen = new BitSet();
        List<Integer> queue = new ArrayList<>(List.of(from));
        seen.set(from);
        for (int next = 0; next < queue.size(); next++) {
            int state = queue.get(next);
            StateGraph.Cursor cursor = graph.cursor();
            cursor.open(state);
            while (cursor.next()) {
                GraphStep step = new GraphStep(state, cursor.ordinal(), cursor.target(), cursor.isIdle());
                boolean loses = worth(cursor) < left;
                if (!loses && ticks.get(cursor.label())) {
                    way(reached, from, state, steps);
                    steps.add(step);
                    return cursor.target();
                }
                if (!loses && !seen.get(cursor.target())) {
                    seen.set(cursor.target());
                    queue.add(cursor.target());
                    reached.add(step);
                }
            }
        }
        throw new AssertionError("a stay that is shorter than it was counted to be");
    }

    private static void way(List<GraphStep> reached, int from, int to, List<GraphStep> steps) {
        List<GraphStep> backwards = new ArrayList<>();
        int state = to;
        for (int i = reached.size() - 1; i >= 0 && state != from; i--) {
            if (reached.get(i).target() == state) {
                backwards.add(0, reached.get(i));
                state = reached.get(i).source();
            }
        }
        steps.addAll(backwards);
    }
}
