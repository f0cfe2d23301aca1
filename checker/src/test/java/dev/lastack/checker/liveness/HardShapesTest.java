package dev.lastack.checker.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.property.ActionFairness;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.checker.search.Explorer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shapes on which searches for lassos are known to go wrong. */
class HardShapesTest {

    private static StatePredicate in(int... states) {
        return (words, offset) -> Arrays.stream(states).anyMatch(state -> state == words[offset]);
    }

    private static LivenessProperty leadsTo(StatePredicate p, StatePredicate q, MarkedGraph graph) {
        return LivenessProperty.leadsTo("p ~> q", p, q).under(graph.allAssumptions());
    }

    private static Trace lasso(LivenessResult result) {
        assertThat(result.verdict()).isInstanceOf(Verdict.Violated.class);
        return ((Verdict.Violated) result.verdict()).trace();
    }

    private static int[] states(Trace trace) {
        int[] states = new int[trace.steps().size() + 1];
        for (int i = 0; i < states.length; i++) {
            states[i] = (int) trace.state(i)[0];
        }
        return states;
    }

    /** A violation that only a state reached twice shows: 2 was reached without p first, and is reached again with it. */
    @Test
    void violationOnAStateReachedTwice() {
        MarkedGraph graph =
                new MarkedGraph().startingIn(0).path(0, 2, 3, 2).path(0, 1, 2).weak(0);
        enable(graph, 0, 0, 1, 2, 3);

        assertThat(states(lasso(graph.check(leadsTo(in(1), in(4), served(graph))))))
                .startsWith(0, 1, 2);
    }

    /** Serves condition 0 on every edge, so that going on for ever is fair and idling is not. */
    private static MarkedGraph served(MarkedGraph graph) {
        graph.edges().replaceAll(edge -> new MarkedGraph.Edge(edge.source(), edge.target(), edge.requests(), 1));
        return graph;
    }

    private static void enable(MarkedGraph graph, int condition, int... states) {
        for (int state : states) {
            graph.enabledIn(state, 1L << condition);
        }
    }

    /** Two branches that join: the cycle is closed by the second, after the first has finished with the join. */
    @Test
    void violationOnlyThroughAJoin() {
        MarkedGraph graph = new MarkedGraph()
                .startingIn(0)
                .path(0, 1, 3, 4)
                .path(0, 2, 3)
                .path(4, 2)
                .weak(0);
        enable(graph, 0, 0, 1, 2, 3, 4);

        int[] states = states(lasso(graph.check(leadsTo(in(2), in(5), served(graph)))));

        assertThat(states).containsExactly(0, 2, 3, 4, 2);
    }

    @Test
    void everythingLeavesPending() {
        MarkedGraph graph = new MarkedGraph()
                .startingIn(0)
                .path(0, 1, 3, 4)
                .path(0, 2, 3)
                .path(4, 2)
                .weak(0);
        enable(graph, 0, 0, 1, 2, 3, 4);

        assertThat(graph.check(leadsTo(in(2), in(4), served(graph))).verdict()).isInstanceOf(Verdict.Holds.class);
    }

    /** Dropping the requests of one condition uncovers that another is no longer served, and so on. */
    @Test
    void nestedStrongFairness() {
        int depth = 12;
        MarkedGraph graph = new MarkedGraph().startingIn(0).enabledIn(0, 0);
        for (int i = 0; i < depth; i++) {
            // The ring up to i + 1 serves condition i and requests condition i + 1.
            graph.edge(i, i + 1, 1L << (i + 1), 1L << i).edge(i + 1, i).strong(i);
        }
        graph.edge(0, 0, 1, 0).strong(depth);
        LivenessProperty neverEnds = LivenessProperty.recurrence("[]<>stuck", in(55));

        LivenessResult unfairEverywhere = graph.check(neverEnds.under(graph.allAssumptions()));

        // What is left in the end is to idle, or to go between states by the edges that request nothing.
        assertThat(lasso(unfairEverywhere).steps()).isEmpty();
    }

    @Test
    void nestedStrongFairnessHoldsWhereIdlingIsUnfair() {
        int depth = 12;
        MarkedGraph graph = new MarkedGraph().startingIn(0);
        for (int i = 0; i < depth; i++) {
            graph.edge(i, i + 1, 1L << (i + 1), (1L << i) | (1L << 40))
                    .edge(i + 1, i, 0, 1L << 40)
                    .strong(i);
            graph.enabledIn(i, 1L << 40).enabledIn(i + 1, 1L << 40);
        }
        graph.strong(depth).weak(40).enabledIn(0, 1).edge(0, 55, 0, 1L << 40).edge(55, 55, 0, 0);
        LivenessProperty ends = LivenessProperty.termination("<>55", in(55)).under(graph.allAssumptions());

        LivenessResult result = graph.check(ends);

        assertThat(result.verdict()).isInstanceOf(Verdict.Holds.class);
        assertThat(result.needed()).contains(Set.of("c" + depth), Set.of("c40"));
    }

    /** The cycle 1, 2 is fair only if the exit, whose condition it requests again and again, is not owed anything. */
    @Test
    void cycleOnlyAfterAFairExitIsDropped() {
        MarkedGraph graph = new MarkedGraph()
                .startingIn(0)
                .path(0, 1, 2, 1)
                .edge(2, 3, 0, 2)
                .enabledIn(2, 2)
                .edge(3, 3)
                .strong(1);
        LivenessProperty ends = LivenessProperty.termination("<>3", in(3));
        graph.edges()
                .replaceAll(
                        edge -> new MarkedGraph.Edge(edge.source(), edge.target(), edge.requests(), edge.serves() | 1));
        enable(graph, 0, 0, 1, 2);
        graph.weak(0);

        assertThat(graph.check(ends.under(graph.allAssumptions())).needed())
                .containsExactlyInAnyOrder(Set.of("c0"), Set.of("c1"));
        LivenessResult without = graph.check(ends.under(Set.of("c0")));
        assertThat(states(lasso(without))).containsExactly(0, 1, 2, 1);
        assertThat(without.tolerated()).containsExactly(new LivenessResult.Unfairness("c1", "condition 1"));
    }

    /** Weak fairness does not force an exit that is disabled again and again. */
    @Test
    void weakFairnessOwesNothingToWhatIsDisabledAgainAndAgain() {
        MarkedGraph graph = new MarkedGraph()
                .startingIn(0)
                .path(0, 1, 0)
                .edge(1, 2, 0, 1)
                .enabledIn(1, 1)
                .weak(0);

        assertThat(states(lasso(
                        graph.check(LivenessProperty.termination("<>2", in(2)).under(graph.allAssumptions())))))
                .containsExactly(0);
    }

    @Test
    void thirtyStrongConditionsAreNoProblem() {
        int conditions = 40;
        MarkedGraph graph = new MarkedGraph().startingIn(0);
        for (int i = 0; i < conditions; i++) {
            graph.edge(i, (i + 1) % conditions, 1L << i, 1L << ((i + 1) % conditions))
                    .strong(i);
            graph.enabledIn(i, 1L << 50);
        }
        graph.edges()
                .replaceAll(edge -> new MarkedGraph.Edge(
                        edge.source(), edge.target(), edge.requests(), edge.serves() | (1L << 50)));
        graph.weak(50);
        LivenessProperty ends = LivenessProperty.termination("<>55", in(55)).under(graph.allAssumptions());

        Trace ring = lasso(graph.check(ends));

        assertThat(ring.steps()).hasSize(conditions);
        assertThat(ring.loopStart()).hasValue(0);
    }

    @Test
    void leftSideThatIsNeverTrueIsVacuous() {
        MarkedGraph graph = new MarkedGraph().startingIn(0).path(0, 1, 0);

        LivenessResult result = graph.check(LivenessProperty.leadsTo("p ~> q", in(7), in(8)));

        assertThat(result.verdict()).isInstanceOf(Verdict.Vacuous.class);
        assertThat(result.remark()).isEqualTo("no reachable state satisfies p");
    }

    @Test
    void fairnessOfWhatIsNeverEnabledIsVacuous() {
        MarkedGraph graph =
                new MarkedGraph().startingIn(0).path(0, 1).enabledIn(0, 0).weak(0);

        LivenessResult result =
                graph.check(LivenessProperty.termination("<>0", in(0)).under(graph.allAssumptions()));

        assertThat(result.verdict()).isInstanceOf(Verdict.Vacuous.class);
        assertThat(result.remark()).isEqualTo("nothing ever enables c0");
    }

    @Test
    void stateWithoutAFairRunMakesItInconclusive() {
        MarkedGraph graph = new MarkedGraph()
                .startingIn(0)
                .edge(0, 1, 0, 1)
                .edge(0, 0, 0, 1)
                .enabledIn(0, 1)
                .enabledIn(1, 1)
                .weak(0);

        LivenessResult result =
                graph.check(LivenessProperty.termination("<>0", in(0)).under(graph.allAssumptions()));

        assertThat(result.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        inconclusive -> assertThat(inconclusive.why()).contains("reachable state 1: [1]"));
    }

    /** A long path overflows every search that recurs. */
    @Test
    void longPathIsSearchedWithoutRecursion() {
        int length = 20_000;
        var line = TinySystem.of((state, sink) -> sink.step(0, 0, new long[] {(state[0] + 1) % length}, 0), 0);
        var limits = Limits.none().withWorkers(1);
        var exploration = new Explorer(line, List.of(), limits, Progress.NONE).run();
        var fairness = new ActionFairness(
                List.of(new ActionFairness.ActionSet("step", Fairness.Strength.WEAK, action -> action == 0)));
        LivenessProperty returns = LivenessProperty.recurrence("[]<>0", in(0)).under(Set.of("step"));

        LivenessResult result = new LivenessSearch(line, fairness, limits, Progress.NONE)
                .run(exploration, List.of(returns))
                .get("[]<>0");

        assertThat(Objects.requireNonNull(result).verdict()).isInstanceOf(Verdict.Holds.class);
        assertThat(result.needed()).containsExactly(Set.of("step"));
    }

    @Test
    void whereStepsCountIdlingIsNoFairWayOn() {
        // Every step out of 1 requests what is never served, so a fair run can only idle there.
        MarkedGraph graph = new MarkedGraph()
                .startingIn(0)
                .edge(0, 0, 0, 1)
                .edge(0, 1)
                .edge(1, 1, 1, 0)
                .strong(0);
        StatePredicate in1 = (states, offset) -> states[offset] == 1;
        LivenessProperty stepwise = new LivenessProperty(
                "steps",
                Formula.always(Formula.implies(Formula.atom("in1"), Formula.next(Formula.FALSE))),
                Map.of("in1", in1),
                graph.allAssumptions());
        LivenessProperty idling = new LivenessProperty(
                "idling",
                Formula.always(Formula.implies(Formula.atom("in1"), Formula.always(Formula.atom("in1")))),
                Map.of("in1", in1),
                graph.allAssumptions());

        assertThat(graph.check(stepwise).verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(graph.check(idling).verdict()).isInstanceOf(Verdict.Holds.class);
    }
}
