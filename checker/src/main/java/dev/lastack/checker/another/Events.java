package dev.lastack.checker.another;

import java.util.Optional;

/** What tells runs apart: the events in them, whatever their order. Safe for use by several threads at once. */
@FunctionalInterface
public interface Events {

    /** The event that the step from {@code state} by {@code action} is; empty if that step does not tell runs apart. */
    Optional<String> of(long[] state, int action);
}
