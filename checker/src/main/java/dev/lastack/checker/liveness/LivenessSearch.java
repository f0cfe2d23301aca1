package dev.lastack.checker.liveness;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.liveness.graph.GraphInput;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.ltl.StoppedException;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.GraphProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides liveness properties on a completed exploration. */
public final class LivenessSearch {

    private final TransitionSystem system;
    private final Fairness fairness;
    private final Limits limits;
    private final Progress progress;

    /** The limits are those of exploration and search together, but for the time, which each may take. */
    public LivenessSearch(TransitionSystem system, Fairness fairness, Limits limits, Progress progress) {
        this.system = system;
        this.fairness = fairness;
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * The results by name, in the order asked for. Where the exploration did not see everything, did not take a step for
     * a bound, or kept no states to go through again, each is inconclusive: what is missing could be what fairness needs.
     */
    public Map<String, LivenessResult> run(Exploration exploration, List<GraphProperty> properties) {
        Optional<String> obstacle = obstacle(exploration);
        if (obstacle.isPresent()) {
            return allInconclusive(properties, obstacle.get());
        }
        try {
            return decide(exploration.states().orElseThrow(), exploration.bytes(), properties);
        } catch (StoppedException e) {
            return allInconclusive(properties, String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> obstacle(Exploration exploration) {
        if (exploration.stopped().isPresent()) {
            return exploration.stopped();
        }
        for (Map.Entry<String, Long> cut : exploration.cuts().entrySet()) {
            if (cut.getValue() > 0) {
                return Optional.of(cut.getKey() + ": " + cut.getValue() + " steps were not taken because of it");
            }
        }
        if (!system.reductionsForSafetyOnly().isEmpty()) {
            return Optional.of("liveness needs every cycle, and it is not shown that these reductions keep them: "
                    + String.join(", ", system.reductionsForSafetyOnly()) + "; switch them off");
        }
        return exploration.states().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "memory: liveness needs all levels in memory, and the exploration went on from disk or on a"
                                + " cluster; give one process more memory");
    }

    private static Map<String, LivenessResult> allInconclusive(List<GraphProperty> properties, String why) {
        Map<String, LivenessResult> results = new LinkedHashMap<>();
        properties.forEach(property -> results.put(property.name(), LivenessResult.inconclusive(why)));
        return results;
    }

    private Map<String, LivenessResult> decide(StateSpace space, long held, List<GraphProperty> properties)
            throws StoppedException {
        GraphInput subject = GraphInput.of(system, space, fairness, properties);
        SearchClock watch = new SearchClock(limits, progress, space.size());
        Graphs graphs = new Graphs(subject, properties, watch, limits.maxBytes() - held);
        Map<String, LivenessResult> results = new LinkedHashMap<>();
        for (GraphProperty property : properties) {
            results.put(property.name(), new LivenessDecision(subject, graphs).decide(property));
        }
        return results;
    }
}
