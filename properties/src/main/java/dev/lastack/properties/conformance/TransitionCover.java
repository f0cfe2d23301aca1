package dev.lastack.properties.conformance;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes the executables along every step of the model's states. Reaching a state means running the way to it again, so
 * a run goes on for a while through steps that were not yet taken.
 */
final class TransitionCover {

    private static final int LONGEST_DETOUR = 60;

    private final Lockstep lockstep;
    private final StateGraph graph;
    private final Map<Integer, BitSet> taken = new HashMap<>();

    TransitionCover(Lockstep lockstep, StateGraph graph) {
        this.lockstep = lockstep;
        this.graph = graph;
    }

    /** Every step of state {@code id} that was not taken before. */
    Optional<Divergence> stepsOf(int id) {
        int steps = lockstep.model().steps(graph.state(id)).size();
        while (untaken(id) < steps) {
            Optional<Divergence> divergence = reach(id).or(this::goOn);
            if (divergence.isPresent()) {
                return divergence;
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> reach(int id) {
        lockstep.restart();
        for (int action : graph.wayTo(id)) {
            Optional<Divergence> divergence = lockstep.follow(action);
            if (divergence.isPresent()) {
                return divergence;
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> goOn() {
        for (int i = 0; i < LONGEST_DETOUR; i++) {
            OptionalInt id = graph.id(lockstep.model().state());
            List<ModelRun.Step> steps = lockstep.model().steps();
            if (id.isEmpty() || untaken(id.getAsInt()) >= steps.size()) {
                return Optional.empty();
            }
            int step = untaken(id.getAsInt());
            taken(id.getAsInt()).set(step);
            Optional<Divergence> divergence = lockstep.follow(steps.get(step).action());
            if (divergence.isPresent()) {
                return divergence;
            }
        }
        return Optional.empty();
    }

    private int untaken(int id) {
        return taken(id).nextClearBit(0);
    }

    private BitSet taken(int id) {
        return taken.computeIfAbsent(id, any -> new BitSet());
    }
}
