package dev.lastack.conformance.lockstep;

import dev.lastack.checker.StateSpace;
import dev.lastack.checker.Trace;
import dev.lastack.conformance.event.Move;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every pair of a TCP state and a kind of event that any step of an explored space has, with a first step that has it:
 * what the coverage of the executables is to be complete for.
 */
final class ReachablePairs {

    private final ModelRun model;
    private final Coverage reachable = new Coverage();
    private final SortedSet<Long> witnesses = new TreeSet<>();

    ReachablePairs(ModelRun model, StateSpace space) {
        this.model = model;
        space.forEach(
                0,
                space.size(),
                (number, states, offset) -> see(number, Arrays.copyOfRange(states, offset, offset + space.words())));
    }

    private void see(long number, long[] state) {
        int before = reachable.pairs();
        for (Move move : moves(state)) {
            reachable.count(model.view(state), move);
        }
        if (reachable.pairs() > before) {
            witnesses.add(number);
        }
    }

    private List<Move> moves(long[] state) {
        List<Move> moves = new ArrayList<>();
        for (Trace.Step step : model.steps(state)) {
            moves.add(model.tell(state, step, 0));
        }
        return moves;
    }

    Coverage coverage() {
        return reachable;
    }

    /** The numbers of states whose steps have all the pairs between them. */
    SortedSet<Long> witnesses() {
        return witnesses;
    }
}
