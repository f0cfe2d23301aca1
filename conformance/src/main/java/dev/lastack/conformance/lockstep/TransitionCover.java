package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Trace;
import java.nio.LongBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the executables along every step of some of the model's states. Reaching a state means running the way to it
 * again, so a run goes on for a while through such states by steps that were not yet taken.
 */
final class TransitionCover {

    private static final int LONGEST_DETOUR = 60;

    private final Lockstep lockstep;
    private final Map<LongBuffer, BitSet> taken = new HashMap<>();

    TransitionCover(Lockstep lockstep) {
        this.lockstep = lockstep;
    }

    /** The steps of {@code state} are to be taken, too. */
    void cover(long[] state) {
        taken.put(LongBuffer.wrap(state), new BitSet());
    }

    /** Every step of {@code state} that was not taken before; {@code way} are the actions that lead to it. */
    Optional<Divergence> stepsOf(long[] state, List<Integer> way) {
        BitSet done = taken.get(LongBuffer.wrap(state));
        if (done == null) {
            throw new AssertionError("a state that was not to be covered");
        }
        int steps = lockstep.model().steps(state).size();
        while (done.nextClearBit(0) < steps) {
            Optional<Divergence> divergence = lockstep.followAll(way).or(this::goOn);
            if (divergence.isPresent()) {
                return divergence;
            }
        }
        return Optional.empty();
    }

    private Optional<Divergence> goOn() {
        for (int i = 0; i < LONGEST_DETOUR; i++) {
            BitSet done = taken.get(LongBuffer.wrap(lockstep.model().state()));
            List<Trace.Step> steps = lockstep.model().steps();
            if (done == null || done.nextClearBit(0) >= steps.size()) {
                return Optional.empty();
            }
            int step = done.nextClearBit(0);
            done.set(step);
            Optional<Divergence> divergence = lockstep.follow(steps.get(step).action());
            if (divergence.isPresent()) {
                return divergence;
            }
        }
        return Optional.empty();
    }
}
