package dev.lastack.checker.liveness;

import dev.lastack.checker.liveness.graph.FairnessView;
import dev.lastack.checker.liveness.graph.GraphStep;
import dev.lastack.checker.liveness.graph.Product;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.graph.ShortestStem;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.BitSet;
import java.util.List;

/** Makes a lasso of what a search found: the shortest stem to any fair component, and a short fair cycle there. */
final class LassoBuilder {

    private final Product whole;
    private final Product searched;
    private final FairnessView fairness;
    private final SearchClock watch;

    LassoBuilder(Product whole, Product searched, FairnessView fairness, SearchClock watch) {
        this.whole = whole;
        this.searched = searched;
        this.fairness = fairness;
        this.watch = watch;
    }

    GraphLasso lasso(List<FairCycleSearch.FairComponent> components) throws StoppedException {
        BitSet fair = new BitSet(searched.nodes());
        for (FairCycleSearch.FairComponent component : components) {
            for (int node : component.nodes()) {
                fair.set(node);
            }
        }
        ShortestStem.Stem stem = ShortestStem.to(
                whole, node -> searched.contains(whole.location(node)) && fair.get(inSearched(node)), watch);
        int entry = inSearched(stem.node());
        FairCycleSearch.FairComponent entered = components.stream()
                .filter(component -> contains(component, entry))
                .findFirst()
                .orElseThrow();
        List<GraphStep> cycle = new FairTour(searched, fairness, entered, watch).from(entry);
        return new GraphLasso(stem.initial(), stem.steps(), cycle).tightened();
    }

    private int inSearched(int node) {
        return searched.node(whole.state(node), whole.location(node));
    }

    private static boolean contains(FairCycleSearch.FairComponent component, int node) {
        for (int each : component.nodes()) {
            if (each == node) {
                return true;
            }
        }
        return false;
    }
}
