package dev.lastack.properties.verification;

import java.util.Locale;

/** How states are searched. */
public enum Engine {
    /** The hull where it can decide a claim, and the plain search for the rest. */
    AUTO(""),
    /** State by state, with as many segments in flight as the capacity allows. */
    PLAIN("state"),
    /** By value of the hosts' variables, for any number of segments in flight. */
    HULL("host value"),
    /** In dense time, at the durations as they are written: safety claims about scenarios with real durations. */
    ZONES("zone");

    private final String counted;

    Engine(String counted) {
        this.counted = counted;
    }

    /** What its searches count, in the singular; its plural ends in s. Empty for a choice between engines. */
    public String counted() {
        return counted;
    }

    /** As the command line writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
