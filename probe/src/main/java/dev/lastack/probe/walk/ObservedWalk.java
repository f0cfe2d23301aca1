package dev.lastack.probe.walk;

import java.util.List;

/** A walk and what each of its steps caused. */
public record ObservedWalk(StackWalk walk, List<StackOutcome> outcomes) {

    public ObservedWalk {
        outcomes = List.copyOf(outcomes);
    }
}
