package dev.lastack.checker.store;

import java.util.Optional;

/** States in memory, of which it can be told at once whether they were there before. */
interface StateSet {

    /** A way in for one thread; every state that was not handed in before goes to {@code fresh}, exactly once. */
    StateStore.Intake intake(StateStore.Fresh fresh);

    /** How many states are in; exact while no intake is in use. */
    long size();

    /** See {@link StateStore#doubt()}. */
    default Optional<String> doubt() {
        return Optional.empty();
    }
}
