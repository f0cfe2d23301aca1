package dev.lastack.model.rules;

import java.util.Arrays;
import java.util.List;

/** A bound of the search that may forbid a step. The order is the one in which reports list them. */
public enum Bound {
    CAPACITY("capacity"),
    SEQUENCE_NUMBERS("sequence numbers"),
    /** It is reached and forbids nothing: an arrival for which there is no room is not remembered. */
    REMEMBERED_COPIES("remembered copies"),
    /** No bound forbids the step. */
    NONE("none");

    private final String title;

    Bound(String title) {
        this.title = title;
    }

    /** The names of all bounds in the order of {@link #index()}. */
    public static List<String> titles() {
        return all().stream().map(Bound::title).toList();
    }

    /** All bounds in the order of {@link #index()}. */
    public static List<Bound> all() {
        return Arrays.stream(values()).filter(bound -> bound != NONE).toList();
    }

    /** For reports. */
    public String title() {
        return title;
    }

    /** The name of the counter that says how often the bound changed what happened, if there is one. */
    public String overflows() {
        return title + " overflows";
    }

    @SuppressWarnings("EnumOrdinal") // The number of the bound for the checker.
    public int index() {
        return ordinal();
    }

    /** Of two bounds that forbid a step the one that is reported. */
    public Bound or(Bound other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
