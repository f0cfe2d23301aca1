package dev.lastack.scenario.text;

import java.util.List;
import java.util.stream.Collectors;

/** Bad input. The message has a line for each problem: the place, then the thing, its value and what was expected instead. */
public final class ScenarioException extends InputException {

    private static final long serialVersionUID = 1L;

    public ScenarioException(Place place, String problem) {
        super(Escape.line(place + ": " + problem.strip()));
    }

    private ScenarioException(String message) {
        super(message);
    }

    /** All of {@code complaints}, each in a line. */
    static ScenarioException of(List<ScenarioException> complaints) {
        return new ScenarioException(
                complaints.stream().map(ScenarioException::getMessage).collect(Collectors.joining("\n")));
    }
}
