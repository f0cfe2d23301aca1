package dev.lastack.checker;

import java.util.List;

/** What became of a {@link Property}. */
public sealed interface Verdict {

    /** The whole state space was seen and has no violation. */
    record Holds() implements Verdict {}

    /** A reachable violation, with the canonically first of the shortest runs that show it. */
    record Violated(Trace trace) implements Verdict {}

    /**
     * A reachable violation by a run that is too long to be taken in ticks.
     *
     * @param run a line for each of its steps, with its instant
     */
    record ViolatedInTime(List<String> run) implements Verdict {

        public ViolatedInTime {
            run = List.copyOf(run);
        }
    }

    /** A {@link Property.Reachable} that is reachable, with a shortest run to its witness. */
    record Witnessed(Trace trace) implements Verdict {}

    /**
     * The whole state space was seen and nothing in it put the property to the test; for a
     * {@link Property.Reachable}: no state is a witness.
     */
    record Vacuous() implements Verdict {}

    /** The search ended early, without a violation; {@code why} names the limit. */
    record Inconclusive(String why) implements Verdict {}
}
