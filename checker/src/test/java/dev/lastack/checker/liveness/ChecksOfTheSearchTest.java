package dev.lastack.checker.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.graph.FairnessView;
import dev.lastack.checker.liveness.graph.GraphBuilder;
import dev.lastack.checker.liveness.graph.GraphInput;
import dev.lastack.checker.liveness.graph.Layer;
import dev.lastack.checker.liveness.graph.Product;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.ltl.Automaton;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.StoppedException;
import dev.lastack.checker.liveness.ltl.Tableau;
import dev.lastack.checker.liveness.property.LassoCheck;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.checker.search.Explorer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What checks the search notices when the search is wrong. */
class ChecksOfTheSearchTest {

    private static final StatePredicate IN_2 = (states, offset) -> states[offset] == 2;
    private static final SearchClock WATCH = new SearchClock(Limits.none(), Progress.NONE, 0);

    /** Two states that go back and forth, and an exit to 2 that strong fairness owes. */
    private static MarkedGraph graph() {
        MarkedGraph graph = new MarkedGraph()
                .startingIn(0)
                .edge(0, 1, 0, 1)
                .edge(1, 0, 0, 1)
                .edge(1, 2, 0, 3)
                .edge(2, 2, 0, 1);
        return graph.enabledIn(0, 1).enabledIn(1, 3).enabledIn(2, 1).weak(0).strong(1);
    }

    private static LivenessProperty ends(MarkedGraph graph) {
        return LivenessProperty.termination("<>2", IN_2).under(graph.allAssumptions());
    }

    private static List<Layer> proof(Product product, FairnessView view) throws StoppedException {
        FairCycleSearch.Result found = new FairCycleSearch(product, view, WATCH).run();
        assertThat(found.fair()).isEmpty();
        return found.layers();
    }

    private record Case(Product product, FairnessView view) {}

    private static Case build(MarkedGraph graph) throws StoppedException {
        Limits limits = Limits.none().withWorkers(1);
        Exploration seen = new Explorer(graph.system(), List.of(), limits, Progress.NONE).run();
        GraphInput subject = new GraphInput(graph.system(), seen.states().orElseThrow(), graph, List.of(IN_2));
        GraphBuilder.Built built = GraphBuilder.build(subject, (states, offset) -> true, WATCH, Long.MAX_VALUE);
        Product.Side side = new Product.Side(built.graph(), built.valuation(), Map.of("p", 0), false);
        Automaton automaton = Tableau.of(Formula.not(ends(graph).formula()));
        return new Case(
                Product.searched(side, automaton),
                new FairnessView(built.graph().labels(), graph, graph.allAssumptions()));
    }

    @Test
    void aProofIsAccepted() throws StoppedException {
        Case given = build(graph());
        List<Layer> layers = proof(given.product(), given.view());

        assertThat(layers).hasSize(2);
        assertThatCode(() -> ProofCheck.check(given.product(), given.view(), layers, WATCH))
                .doesNotThrowAnyException();
    }

    @Test
    void aProofWithoutItsRefinementIsRefused() throws StoppedException {
        Case given = build(graph());
        List<Layer> layers = proof(given.product(), given.view()).subList(0, 1);

        assertThatThrownBy(() -> ProofCheck.check(given.product(), given.view(), layers, WATCH))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a component in which a run is fair");
    }

    @Test
    void aProofThatLeavesANodeOutIsRefused() throws StoppedException {
        Case given = build(graph());
        Layer first = proof(given.product(), given.view()).get(0);
        Layer smaller = new Layer(new int[] {first.sequence()[0]}, new int[] {0, 1}, new BitSet(), -1, -1);

        assertThatThrownBy(() -> ProofCheck.check(given.product(), given.view(), List.of(smaller), WATCH))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aProofInTheWrongOrderIsRefused() throws StoppedException {
        Case given = build(graph());
        Layer first = proof(given.product(), given.view()).get(0);
        int nodes = first.sequence().length;
        int[] reversed = new int[nodes];
        int[] singles = new int[nodes + 1];
        for (int i = 0; i < nodes; i++) {
            reversed[i] = first.sequence()[nodes - 1 - i];
            singles[i + 1] = i + 1;
        }
        Layer wrong = new Layer(reversed, singles, new BitSet(), -1, -1);

        assertThatThrownBy(() -> ProofCheck.check(given.product(), given.view(), List.of(wrong), WATCH))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("an edge to a later component");
    }

    private static Trace lasso() {
        MarkedGraph graph = graph();
        LivenessResult result = graph.check(ends(graph).without("c1"));
        assertThat(result.verdict()).isInstanceOf(Verdict.Violated.class);
        return ((Verdict.Violated) result.verdict()).trace();
    }

    private static boolean breaks(LivenessProperty property, Trace trace) {
        MarkedGraph graph = graph();
        return LassoCheck.breaks(graph.system(), graph, property, trace);
    }

    @Test
    void aLassoIsAcceptedOnlyUnderTheAssumptionsItKeeps() {
        LivenessProperty property = ends(graph());

        assertThat(breaks(property.without("c1"), lasso())).isTrue();
        assertThat(breaks(property, lasso())).isFalse();
        assertThat(breaks(property.under(Set.of()), lasso())).isTrue();
    }

    @Test
    void aRunThatDoesNotComeBackIsNoLasso() {
        Trace lasso = lasso();
        Trace open = new Trace(lasso.initial(), lasso.steps().subList(0, 1), lasso.loopStart());

        assertThat(breaks(ends(graph()).without("c1"), open)).isFalse();
        assertThat(breaks(ends(graph()).without("c1"), new Trace(lasso.initial(), lasso.steps(), OptionalInt.empty())))
                .isFalse();
    }

    @Test
    void aStepThatTheSystemDoesNotHaveIsNoticed() {
        Trace lasso = lasso();
        List<Trace.Step> steps = new ArrayList<>(lasso.steps());
        steps.set(0, new Trace.Step(3, 0, steps.get(0).target()));

        assertThat(breaks(ends(graph()).without("c1"), new Trace(lasso.initial(), steps, lasso.loopStart())))
                .isFalse();
    }

    @Test
    void aLassoThatSatisfiesTheFormulaIsNone() {
        StatePredicate always = (states, offset) -> true;

        assertThat(breaks(LivenessProperty.termination("<>true", always), lasso()))
                .isFalse();
    }

    @Test
    void aRunThatIdlesWhereWeakFairnessForbidsItIsNone() {
        Trace idle = new Trace(new long[] {0}, List.of(), OptionalInt.of(0));

        assertThat(breaks(ends(graph()).without("c1"), idle)).isFalse();
        assertThat(breaks(ends(graph()).under(Set.of()), idle)).isTrue();
    }

    @Test
    void aRunThatIdlesWhereItCouldGoOnIsNoneForAFormulaThatCountsSteps() {
        Trace idle = new Trace(new long[] {0}, List.of(), OptionalInt.of(0));
        Formula atom = Formula.atom("p");
        Map<String, StatePredicate> predicates = Map.of("p", IN_2);

        assertThat(breaks(new LivenessProperty("X 2", Formula.next(atom), predicates, Set.of()), idle))
                .isFalse();
        assertThat(breaks(new LivenessProperty("2", atom, predicates, Set.of()), idle))
                .isTrue();
    }
}
