package dev.lastack.probe.walk;

import dev.lastack.tcp.TcpState;
import java.util.List;

/**
 * A walk in whose last step, and in no step before, a stack did not do what its variant says.
 *
 * @param observed what the stack did
 * @param variant what it should have done in the last step
 */
public record WalkDivergence(ObservedWalk observed, StackOutcome variant) {

    public StackWalk walk() {
        return observed.walk();
    }

    /** The state of both before the last step. */
    public TcpState before() {
        List<StackOutcome> outcomes = observed.outcomes();
        return outcomes.size() == 1
                ? TcpState.ESTABLISHED
                : outcomes.get(outcomes.size() - 2).state();
    }

    /** What the last step caused. */
    public StackOutcome measured() {
        return observed.outcomes().get(observed.outcomes().size() - 1);
    }

    /** What walks to the same difference have in common. */
    public String kind() {
        StackAction last = walk().actions().get(walk().actions().size() - 1);
        return before() + ": " + last.kind() + ": " + measured().kind() + " / " + variant.kind();
    }
}
