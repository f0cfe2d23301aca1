package dev.lastack.checker;

/** A predicate on packed states; safe for use by several threads at once. */
@FunctionalInterface
public interface StatePredicate {
    boolean test(long[] states, int offset);
}
