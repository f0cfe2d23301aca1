package dev.lastack.scenario;

/** Bad input. The message is one line: the place, then the thing, its value and what was expected instead. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScenarioException(Place place, String problem) {
        super(place + ": " + oneLine(problem));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
