package dev.lastack.checker;

/** What an exploration decides. All properties of a run are decided together, in one exploration. */
public sealed interface Property {

    /** Unique within a run. */
    String name();

    /**
     * Every reachable state satisfies {@code holds}. It is put to the test only by states that satisfy
     * {@code relevant}; where there is none the verdict is {@link Verdict.Vacuous}.
     */
    record Invariant(String name, StatePredicate relevant, StatePredicate holds) implements Property {}

    /**
     * No step is observed with a bit of {@code violation}. It is put to the test only by steps that are observed
     * with a bit of {@code relevant}.
     */
    record StepInvariant(String name, long relevant, long violation) implements Property {}

    /** Some reachable state satisfies {@code witness}; the shortest run to one is the verdict's evidence. */
    record Reachable(String name, StatePredicate witness) implements Property {}

    /** Every reachable state has a step, is {@code terminal}, or lost its steps to a bound. */
    record DeadlockFree(String name, StatePredicate terminal) implements Property {}
}
