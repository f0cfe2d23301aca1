package dev.lastack.model.state;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way to see fewer states without changing a verdict. All are used unless one is switched off. */
public enum Reduction {
    /** A variable of a TCB that no rule can read any more is 0. */
    DEAD_VARIABLES,
    /** A ghost that no claim can read any more is 0. */
    GHOSTS,
    /** Of two states that differ in nothing but which host is called A, one stands for both. */
    SYMMETRY;

    /** Every reduction there is. */
    public static final Set<Reduction> ALL = Collections.unmodifiableSet(EnumSet.allOf(Reduction.class));

    /** Those after which every state is one of the scenario's own: all but {@link #SYMMETRY}. */
    public static final Set<Reduction> OF_STATES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(SYMMETRY)));

    /** The reduction of that name, such as {@code dead-variables}. */
    public static Optional<Reduction> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst();
    }

    /** The name as on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
