package dev.lastack.explore;

import dev.lastack.checker.Trace;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flights;

/**
 * A run of a scenario, packed and decoded.
 *
 * @param choices what led there
 * @param trace the run in the model's own words
 * @param run the same decoded, shown for itself
 */
public record Walk(Choices choices, Trace trace, Counterexample run) {

    public int length() {
        return choices.size();
    }

    /** The packed state after {@code step} steps. */
    public long[] state(int step) {
        return trace.state(step);
    }

    /** The segments of the run with their numbers. */
    public Flights flights() {
        return Flights.of(run);
    }
}
