package dev.lastack.checker.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.LassoSemantics;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Holds whole formulas on random graphs against the enumeration of all short lassos of the graph. */
class TemporalLogicOnGraphsTest {

    private static final int LENGTH = 5;
    private static final AtomicIntegerArray SEEN = new AtomicIntegerArray(2);

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void agreesWithAllShortLassos(@ForAll long seed) {
        Random random = new Random(seed);
        MarkedGraph graph = new MarkedGraph().startingIn(0);
        int states = 1 + random.nextInt(4);
        int edges = 1 + random.nextInt(7);
        for (int edge = 0; edge < edges; edge++) {
            graph.edge(random.nextInt(states), random.nextInt(states));
        }
        int a = random.nextInt(16);
        int b = random.nextInt(16);
        Formula formula = RandomFormulas.withOperators(1 + random.nextInt(5), random);
        Map<String, StatePredicate> predicates = Map.of("a", bits(a), "b", bits(b));
        LivenessProperty property = new LivenessProperty("ltl", formula, predicates, Set.of());

        LivenessResult result = graph.check(property);

        boolean broken = someShortLassoBreaks(graph, formula, a, b);
        if (broken) {
            assertThat(result.verdict())
                    .as("%s on %s, a %d, b %d", formula, graph, a, b)
                    .isInstanceOf(Verdict.Violated.class);
        }
        // A violation has been checked by the definition already; it may be longer than what is enumerated here.
        SEEN.incrementAndGet(result.verdict() instanceof Verdict.Violated ? 0 : 1);
    }

    @AfterContainer
    static void bothOutcomesOccurred() {
        assertThat(SEEN.get(0)).as("violated").isGreaterThan(200);
        assertThat(SEEN.get(1)).as("not violated").isGreaterThan(200);
    }

    private static StatePredicate bits(int states) {
        return (words, offset) -> (states >> words[offset] & 1) != 0;
    }

    private static boolean someShortLassoBreaks(MarkedGraph graph, Formula formula, int a, int b) {
        List<List<Integer>> paths = new ArrayList<>();
        paths.add(List.of(0));
        while (!paths.isEmpty()) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> path : paths) {
                if (path.size() <= LENGTH && breaks(graph, formula, path, a, b)) {
                    return true;
                }
                if (path.size() < LENGTH) {
                    extend(graph, path, longer);
                }
            }
            paths = longer;
        }
        return false;
    }

    private static void extend(MarkedGraph graph, List<Integer> path, List<List<Integer>> longer) {
        int last = path.get(path.size() - 1);
        for (int target = 0; target < 4; target++) {
            if (hasEdge(graph, last, target)) {
                List<Integer> extended = new ArrayList<>(path);
                extended.add(target);
                longer.add(extended);
            }
        }
    }

    /** Whether the path, closed in any way or idling at its end, breaks the formula. */
    private static boolean breaks(MarkedGraph graph, Formula formula, List<Integer> path, int a, int b) {
        List<Set<String>> letters = new ArrayList<>();
        for (int state : path) {
            Set<String> letter = new HashSet<>();
            if ((a >> state & 1) != 0) {
                letter.add("a");
            }
            if ((b >> state & 1) != 0) {
                letter.add("b");
            }
            letters.add(letter);
        }
        int last = path.get(path.size() - 1);
        for (int loopStart = 0; loopStart < path.size(); loopStart++) {
            boolean closes = hasEdge(graph, last, path.get(loopStart));
            boolean idles = loopStart == path.size() - 1 && mayIdle(graph, formula, last);
            if ((closes || idles) && !LassoSemantics.holds(formula, letters, loopStart)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasEdge(MarkedGraph graph, int source, int target) {
        return graph.edges().stream().anyMatch(edge -> edge.source() == source && edge.target() == target);
    }

    private static boolean mayIdle(MarkedGraph graph, Formula formula, int state) {
        return !formula.countsSteps() || graph.edges().stream().noneMatch(edge -> edge.source() == state);
    }
}
