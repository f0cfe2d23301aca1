package dev.lastack.checker.liveness;

import dev.lastack.checker.StateSpace;
import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.liveness.graph.GraphStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Takes the edges of a graph's lasso again on the transition system itself, which gives the actions and states. */
final class LassoReplay {

    private final TransitionSystem system;
    private final StateSpace space;
    private final Steps successors;
    private final List<Trace.Step> steps = new ArrayList<>();
    private long[] state;

    private LassoReplay(TransitionSystem system, StateSpace space, int initial) {
        this.system = system;
        this.space = space;
        this.successors = new Steps(system);
        this.state = initialState(initial);
    }

    /**
     * The lasso as a run of the system, without its idle edges: where the whole cycle idles, the run ends there.
     *
     * @throws AssertionError if the system does not take the lasso's edges
     */
    static Trace trace(TransitionSystem system, StateSpace space, GraphLasso lasso) {
        LassoReplay replay = new LassoReplay(system, space, lasso.initial());
        long[] initial = replay.state;
        lasso.stem().forEach(replay::take);
        int loopStart = replay.steps.size();
        lasso.cycle().forEach(replay::take);
        return new Trace(initial, replay.steps, OptionalInt.of(loopStart));
    }

    /** A run of the system that takes {@code steps} from its initial state {@code initial}. */
    static Trace path(TransitionSystem system, StateSpace space, int initial, List<GraphStep> steps) {
        LassoReplay replay = new LassoReplay(system, space, initial);
        long[] first = replay.state;
        steps.forEach(replay::take);
        return new Trace(first, replay.steps, OptionalInt.empty());
    }

    private long[] initialState(int number) {
        long[][] found = new long[1][];
        space.forEach(number, number + 1L, (same, states, offset) -> {
            found[0] = Arrays.copyOfRange(states, offset, offset + system.words());
        });
        return found[0];
    }

    private void take(GraphStep edge) {
        if (edge.idle()) {
            return;
        }
        List<Trace.Step> taken = successors.from(state);
        Trace.Step step = edge.ordinal() < taken.size() ? taken.get(edge.ordinal()) : null;
        if (step == null || space.numberOf(step.target(), 0) != edge.target()) {
            throw new AssertionError(
                    "a step of the state graph is none of the system, after " + system.describeState(state));
        }
        steps.add(step);
        state = step.target();
    }
}
