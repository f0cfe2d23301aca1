package dev.lastack.properties;

import java.util.Locale;

/** A verdict as one word. */
public enum Outcome {
    /** The whole state space was seen, within the bounds the report names. */
    HOLDS,
    /** There is a run that breaks the claim. */
    VIOLATED,
    /** Nothing reachable put the claim to the test. */
    VACUOUS,
    /** The search ended early, or the run found exists only because durations were rounded. */
    INCONCLUSIVE;

    /** As written in scenario files and reports: "holds". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
