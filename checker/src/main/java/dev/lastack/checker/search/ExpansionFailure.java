package dev.lastack.checker.search;

import dev.lastack.checker.TransitionSystem;
import java.util.Arrays;

/** Turns what goes wrong inside a transition system into an error that shows where. */
final class ExpansionFailure {

    private ExpansionFailure() {}

    /** The error for {@code cause}, which was thrown while the steps of {@code state} were generated. */
    static AssertionError at(TransitionSystem system, long[] state, Throwable cause) {
        return new AssertionError("""
                the transition system failed while it generated the steps of a reachable state: %s
                  words: %s
                  state: %s
                The state is legal by construction, so a rule that leads to it or one that leaves it is wrong. \
                Expand this state alone to see the failure again; a trace to it is found by an invariant that \
                excludes it.""".formatted(cause, hex(state), render(system, state)), cause);
    }

    private static String hex(long[] state) {
        return String.join(" ", Arrays.stream(state).mapToObj(Long::toHexString).toList());
    }

    private static String render(TransitionSystem system, long[] state) {
        try {
            return system.describeState(state);
        } catch (RuntimeException | AssertionError e) {
            return "(cannot be described: " + e + ")";
        }
    }
}
