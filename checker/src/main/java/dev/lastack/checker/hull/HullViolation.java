package dev.lastack.checker.hull;

import java.util.Comparator;

/** A violating step: the state that it leaves, and its number there. */
record HullViolation(HullEntry source, int step) {

    static final Comparator<HullViolation> ORDER =
            Comparator.comparing(HullViolation::source, HullEntry.ORDER).thenComparingInt(HullViolation::step);
}
