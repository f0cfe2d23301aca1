package dev.lastack.model;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.knobs.Host;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts the states of a model as the enumerator of {@link InstantCalibrationTest} does: no segment leaves the network but in a
 * tick, and the ghosts of {@code agreement} and {@code graceful} are not told apart.
 */
final class EnumeratedStates implements StepSink {

    private final TerminationModel model;
    private final Set<LongBuffer> seen = new HashSet<>();
    private final Deque<long[]> unexpanded = new ArrayDeque<>();

    private EnumeratedStates(TerminationModel model) {
        this.model = model;
    }

    static long of(TerminationModel model) {
        EnumeratedStates states = new EnumeratedStates(model);
        Expander expander = model.expander();
        Set<LongBuffer> counted = new HashSet<>();
        expander.initial(states);
        while (!states.unexpanded.isEmpty()) {
            long[] state = states.unexpanded.remove();
            expander.successors(state, 0, states);
            counted.add(LongBuffer.wrap(states.withoutGhosts(state)));
        }
        return counted.size();
    }

    @Override
    public void step(int action, long observations, long[] words, int offset) {
        long[] state = Arrays.copyOfRange(words, offset, offset + model.words());
        if (Action.kindOf(action) != ActionKind.LEAVE && seen.add(LongBuffer.wrap(state))) {
            unexpanded.add(state);
        }
    }

    @Override
    public void cut(int bound) {
        // A step that is cut leads nowhere.
    }

    private long[] withoutGhosts(long[] state) {
        long[] bare = state.clone();
        for (Host host : Host.values()) {
            Tcb tcb = new Tcb(host, model.setting(), bare);
            for (StateLayout.Field ghost : List.of(tcb.ghosts().orphan, tcb.ghosts().closedByFin)) {
                if (ghost.liveIn(tcb.state())) {
                    tcb.set(ghost, 0);
                }
            }
        }
        return bare;
    }
}
