package dev.lastack.checker.liveness.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.LivenessSearch;
import dev.lastack.checker.liveness.MarkedGraph;
import dev.lastack.checker.search.Explorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class LongestStayTest {

    /** More ticks than any path without a cycle has. */
    private static final int DEPTH = 12;

    private static LivenessResult check(MarkedGraph graph, StatePredicate stay, OptionalLong atMost) {
        Limits limits = Limits.none().withWorkers(1);
        Exploration seen = new Explorer(graph.system(), List.of(), limits, Progress.NONE).run();
        LongestStay property = new LongestStay("stay", stay, "c0", atMost);
        return Objects.requireNonNull(new LivenessSearch(graph.system(), graph, limits, Progress.NONE)
                .run(seen, List.of(property))
                .get("stay"));
    }

    private static StatePredicate bits(int states) {
        return (words, offset) -> (states >> words[offset] & 1) != 0;
    }

    /** Edges that serve condition 0 are ticks. */
    private static MarkedGraph ticking() {
        return clocked()
                .startingIn(0)
                .edge(0, 1, 0, 1)
                .edge(1, 2, 0, 1)
                .edge(1, 3)
                .edge(2, 3, 0, 1)
                .edge(3, 0, 0, 1);
    }

    /** Time, which is condition 0, is to pass for ever. */
    private static MarkedGraph clocked() {
        MarkedGraph graph = new MarkedGraph().weak(0);
        for (int state = 0; state < 6; state++) {
            graph.enabledIn(state, 1);
        }
        return graph;
    }

    @Test
    void countsTheTicksThatLeaveAStateOfTheStay() {
        assertThat(check(ticking(), bits(0b0110), OptionalLong.empty()).longestStay())
                .hasValue(2);
        assertThat(check(ticking(), bits(0b0001), OptionalLong.empty()).longestStay())
                .hasValue(1);
    }

    @Test
    void showsARunThatStaysTooLong() {
        LivenessResult result = check(ticking(), bits(0b0110), OptionalLong.of(1));

        assertThat(result.verdict()).isInstanceOf(Verdict.Violated.class);
        Trace run = ((Verdict.Violated) result.verdict()).trace();
        assertThat(run.loopStart()).isEmpty();
        assertThat(run.steps()).hasSize(3);
        assertThat(check(ticking(), bits(0b0110), OptionalLong.of(2)).verdict()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void aStayWithoutEndIsALasso() {
        LivenessResult result = check(ticking(), bits(0b1111), OptionalLong.empty());

        assertThat(result.verdict()).isInstanceOf(Verdict.Violated.class);
        assertThat(((Verdict.Violated) result.verdict()).trace().loopStart()).isPresent();
    }

    @Test
    void whereNothingStaysItIsVacuous() {
        assertThat(check(ticking(), bits(0b10000), OptionalLong.empty()).verdict())
                .isInstanceOf(Verdict.Vacuous.class);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void agreesWithTryingAllPaths(@ForAll long seed) {
        Random random = new Random(seed);
        MarkedGraph graph = clocked().startingIn(0);
        int states = 1 + random.nextInt(6);
        int edges = 1 + random.nextInt(9);
        for (int edge = 0; edge < edges; edge++) {
            graph.edge(random.nextInt(states), random.nextInt(states), 0, random.nextInt(2));
        }
        int stay = random.nextInt(1 << 6);

        LivenessResult result = check(graph, bits(stay), OptionalLong.empty());

        long longest = -1;
        for (int state : reachable(graph)) {
            if ((stay >> state & 1) != 0) {
                longest = Math.max(longest, ticksFrom(graph, stay, state));
            }
        }
        if (longest >= DEPTH) {
            assertThat(result.verdict()).as("%s, %d", graph, stay).isInstanceOf(Verdict.Violated.class);
        } else if (longest >= 0) {
            assertThat(result.longestStay()).as("%s, %d", graph, stay).hasValue(longest);
        } else {
            assertThat(result.verdict()).isInstanceOf(Verdict.Vacuous.class);
        }
    }

    private static List<Integer> reachable(MarkedGraph graph) {
        List<Integer> reached = new ArrayList<>(graph.initial());
        for (int next = 0; next < reached.size(); next++) {
            for (MarkedGraph.Edge edge : graph.edges()) {
                if (edge.source() == reached.get(next) && !reached.contains(edge.target())) {
                    reached.add(edge.target());
                }
            }
        }
        return reached;
    }

    /** The most ticks by relaxation: after as many rounds as there are ticks on any path without a cycle. */
    private static long ticksFrom(MarkedGraph graph, int stay, int from) {
        long[] most = new long[64];
        Arrays.fill(most, Long.MIN_VALUE / 2);
        most[from] = 0;
        long best = 0;
        for (int round = 0; round < 8 * DEPTH; round++) {
            for (MarkedGraph.Edge edge : graph.edges()) {
                if ((stay >> edge.source() & 1) != 0 && most[edge.source()] >= 0) {
                    long ticks = most[edge.source()] + edge.serves();
                    best = Math.max(best, ticks);
                    if (ticks > most[edge.target()]) {
                        most[edge.target()] = ticks;
                    }
                }
            }
        }
        return best;
    }
}
