package dev.lastack.checker.liveness;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.graph.EdgeLabels;
import dev.lastack.checker.liveness.graph.FairnessView;
import dev.lastack.checker.liveness.graph.GraphBuilder;
import dev.lastack.checker.liveness.graph.GraphInput;
import dev.lastack.checker.liveness.graph.Layer;
import dev.lastack.checker.liveness.graph.Product;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.graph.ShortestStem;
import dev.lastack.checker.liveness.graph.StateGraph;
import dev.lastack.checker.liveness.graph.Valuation;
import dev.lastack.checker.liveness.ltl.Automaton;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.StoppedException;
import dev.lastack.checker.liveness.ltl.Tableau;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LongestStay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The searches that several properties share one graph for. */
final class GraphSearch {

    private final StateGraph graph;
    private final Valuation valuation;
    private final List<StatePredicate> predicates;
    private final Fairness fairness;
    private final SearchClock watch;
    private final long freeBytes;
    private final Map<Set<String>, FairnessView> views = new HashMap<>();
    private final Map<Runs, OptionalInt> deadEnds = new HashMap<>();

    GraphSearch(GraphBuilder.Built built, GraphInput subject, SearchClock watch, long freeBytes) {
        this.graph = built.graph();
        this.valuation = built.valuation();
        this.predicates = subject.predicates();
        this.fairness = subject.fairness();
        this.watch = watch;
        this.freeBytes = freeBytes - graph.bytes();
    }

    /** The system's side of the product for {@code property}. */
    Product.Side side(LivenessProperty property) {
        Map<String, Integer> atoms = new HashMap<>();
        property.predicates().forEach((atom, predicate) -> atoms.put(atom, predicates.indexOf(predicate)));
        return new Product.Side(graph, valuation, atoms, property.formula().countsSteps());
    }

    static Automaton violations(LivenessProperty property) throws StoppedException {
        return Tableau.of(Formula.not(property.formula()));
    }

    /** A fair lasso that breaks {@code property}; where there is none, that is proved. */
    Optional<GraphLasso> lasso(LivenessProperty property) throws StoppedException {
        Automaton automaton = violations(property);
        Product product = product(side(property), automaton);
        FairnessView view = view(property.assumptions());
        FairCycleSearch.Result found = new FairCycleSearch(product, view, watch).run();
        if (found.fair().isEmpty()) {
            prove(product, view, found);
            return Optional.empty();
        }
        Product whole = Product.whole(side(property), automaton);
        return Optional.of(new LassoBuilder(whole, product, view, watch).lasso(found.fair()));
    }

    /** Whether a fair lasso breaks {@code property}; where there is none, that is proved. */
    boolean isBroken(LivenessProperty property) throws StoppedException {
        Product product = product(side(property), violations(property));
        FairnessView view = view(property.assumptions());
        FairCycleSearch.Result found = new FairCycleSearch(product, view, watch).runToFirst();
        if (found.fair().isEmpty()) {
            prove(product, view, found);
        }
        return !found.fair().isEmpty();
    }

    private void prove(Product product, FairnessView view, FairCycleSearch.Result found) throws StoppedException {
        long nodes = found.layers().stream()
                .mapToLong(layer -> layer.sequence().length)
                .sum();
        watch.begin("checking the proof", product.edges() * nodes / Math.max(1, product.nodes()));
        ProofCheck.check(product, view, found.layers(), watch);
    }

    /** The longest stay, which has an end: {@link LongestStay#ofRuns} holds. Empty if there is none at all. */
    Optional<LongestStaySearch.Longest> longest(LongestStay property) throws StoppedException {
        int stay = predicates.indexOf(property.stay());
        if (!valuation.everHolds(stay)) {
            return Optional.empty();
        }
        Product.Side side = side(property.ofRuns());
        Product staying = product(side, Tableau.of(LongestStay.staying()));
        Layer components = new FairCycleSearch(staying, view(Set.of()), watch)
                .run()
                .layers()
                .get(0);
        return Optional.of(LongestStaySearch.of(side, stay, fairness, property.clock(), components));
    }

    /** The shortest run to state {@code number}. */
    ShortestStem.Stem stem(int number) throws StoppedException {
        Product runs = runs(false);
        return ShortestStem.to(runs, node -> runs.state(node) == number, watch);
    }

    private Product runs(boolean idleOnlyAtEnd) throws StoppedException {
        return product(new Product.Side(graph, valuation, Map.of(), idleOnlyAtEnd), Tableau.of(Formula.TRUE));
    }

    /** The runs that a property is about: fair under assumptions, and idling anywhere or only where they end. */
    private record Runs(Set<String> assumptions, boolean idleOnlyAtEnd) {}

    /** The least state from which no run that {@code property} is about leads on. */
    OptionalInt deadEnd(LivenessProperty property) throws StoppedException {
        Runs asked = new Runs(property.assumptions(), property.formula().countsSteps());
        OptionalInt known = deadEnds.get(asked);
        if (known == null) {
            Product runs = runs(asked.idleOnlyAtEnd());
            known = MachineClosure.deadEnd(runs, new FairCycleSearch(runs, view(asked.assumptions()), watch).run());
            deadEnds.put(asked, known);
        }
        return known;
    }

    /** Whether some step requests some condition of {@code assumption}. */
    boolean isEverRequested(String assumption) {
        EdgeLabels labels = graph.labels();
        for (int label = 0; label < labels.size(); label++) {
            boolean requested = labels.requested(label).stream()
                    .anyMatch(index ->
                            fairness.assumption(labels.condition(index)).equals(assumption));
            if (requested) {
                return true;
            }
        }
        return false;
    }

    private FairnessView view(Set<String> assumptions) {
        return views.computeIfAbsent(assumptions, chosen -> new FairnessView(graph.labels(), fairness, chosen));
    }

    private Product product(Product.Side side, Automaton automaton) throws StoppedException {
        Product product = Product.searched(side, automaton);
        long bytes = FairCycleSearch.bytes(product.nodes());
        if (bytes > freeBytes) {
            throw new StoppedException("memory: the search for fair cycles may need " + bytes + " bytes, "
                    + Math.max(0, freeBytes) + " are left");
        }
        return product;
    }
}
