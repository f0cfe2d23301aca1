package dev.lastack.probe.walk;

import java.util.List;

/** A walk and what each of its steps caused. */
public record ObservedWalk(Walk walk, List<Outcome> outcomes) {

    public ObservedWalk {
        outcomes = List.copyOf(outcomes);
    }
}
