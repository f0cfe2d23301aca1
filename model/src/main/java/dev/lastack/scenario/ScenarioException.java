package dev.lastack.scenario;

import dev.lastack.scenario.text.Escape;

/** Bad input. The message is one line: the place, then the thing, its value and what was expected instead. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScenarioException(Place place, String problem) {
        super(Escape.line(place + ": " + problem.strip()));
    }
}
