package dev.lastack.conformance.lockstep;

import java.util.Optional;

/**
 * What holding executables against a model has shown.
 *
 * @param steps taken by both sides and compared
 * @param states of the model whose steps were looked for; 0 for random runs
 * @param complete every step of every reachable state was looked for; where one for each pair of state and event was,
 *     every reachable pair was met
 * @param divergence the first, if any
 */
public record ConformanceReport(
        String scenario,
        long steps,
        long states,
        boolean complete,
        Coverage coverage,
        Optional<Divergence> divergence) {

    /** No difference was found. */
    public boolean conforms() {
        return divergence.isEmpty();
    }

    /** A line for a log. */
    public String summary() {
        String extent = states == 0 ? "" : ", " + states + (complete ? " states: all" : " states: a sample");
        return scenario + ": " + steps + " steps" + extent + ", " + coverage.pairs() + " pairs of state and event, "
                + (conforms() ? "no divergence" : "DIVERGED");
    }
}
