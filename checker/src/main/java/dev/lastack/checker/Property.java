package dev.lastack.checker;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What an exploration decides. All properties of a run are decided together, in one exploration.
 *
 * <p>Each property alone defines what violates it. The search, replays and re-timed runs all ask it.
 */
public sealed interface Property {

    /** Unique within a run. */
    String name();

    /**
     * Whether {@code run} violates this property in its state number {@code position}, or by the step to that state.
     *
     * @param position from 0, the initial state, to the number of steps
     * @param system the system that the run is of
     */
    boolean isViolatedAt(int position, Trace run, TransitionSystem system);

    /** The first position at which {@code run} of {@code system} violates this property; empty if it never does. */
    default OptionalInt firstViolation(Trace run, TransitionSystem system) {
        return IntStream.rangeClosed(0, run.steps().size())
                .filter(position -> isViolatedAt(position, run, system))
                .findFirst();
    }

    /**
     * Every reachable state satisfies {@code holds}. It is put to the test only by states that satisfy
     * {@code relevant}; where there is none the verdict is {@link Verdict.Vacuous}.
     */
    record Invariant(String name, StatePredicate relevant, StatePredicate holds) implements Property {

        /** Whether the state at {@code states[offset..]} is relevant and does not satisfy the invariant. */
        public boolean isViolatedBy(long[] states, int offset) {
            return relevant.test(states, offset) && !holds.test(states, offset);
        }

        @Override
        public boolean isViolatedAt(int position, Trace run, TransitionSystem system) {
            return isViolatedBy(run.state(position), 0);
        }
    }

    /**
     * No step is observed with a bit of {@code violation}. Where no step is observed with a bit of {@code relevant} or
     * {@code violation} the verdict is {@link Verdict.Vacuous}.
     */
    record StepInvariant(String name, long relevant, long violation) implements Property {

        /** Whether a step with these {@code observations} violates the invariant. */
        public boolean isViolatedBy(long observations) {
            return (observations & violation) != 0;
        }

        @Override
        public boolean isViolatedAt(int position, Trace run, TransitionSystem system) {
            return position > 0 && isViolatedBy(run.steps().get(position - 1).observations());
        }
    }

    /** Some reachable state satisfies {@code witness}; the shortest run to one is the verdict's evidence. */
    record Reachable(String name, StatePredicate witness) implements Property {

        /** Never: no single run shows that a state cannot be reached. */
        @Override
        public boolean isViolatedAt(int position, Trace run, TransitionSystem system) {
            return false;
        }
    }

    /** Every reachable state has a step, is {@code terminal}, or lost its steps to a bound. */
    record DeadlockFree(String name, StatePredicate terminal) implements Property {

        /** Whether the state at {@code states[offset..]}, which has no step and lost none to a bound, is a deadlock. */
        public boolean isViolatedBy(long[] states, int offset) {
            return !terminal.test(states, offset);
        }

        @Override
        public boolean isViolatedAt(int position, Trace run, TransitionSystem system) {
            long[] state = run.state(position);
            return position == run.steps().size() && isViolatedBy(state, 0) && new Steps(system).isDeadlock(state);
        }
    }
}
