package dev.lastack.checker.hull;

import java.util.Comparator;

/** A violating step: the state that it leaves, and its number there. */
record Violation(Entry source, int step) {

    static final Comparator<Violation> ORDER =
            Comparator.comparing(Violation::source, Entry.ORDER).thenComparingInt(Violation::step);
}
