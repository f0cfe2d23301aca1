package dev.lastack.scenario.knobs;

import dev.lastack.scenario.text.Abbreviated;
import dev.lastack.scenario.text.NearestName;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.Optional;

/**
 * One line of the knob table.
 *
 * @param name as written in a scenario
 * @param scope whether each endpoint has its own value
 * @param type how values are written
 * @param defaultText the value where nothing is said, as a user would write it or, for some, in words
 * @param sentence what it means, with the RFC section that it stands for
 * @param <T> what a written value means
 */
public record Knob<T>(String name, Scope scope, KnobType<T> type, String defaultText, String sentence) {

    /** Whose knob it is. */
    public enum Scope {
        ENDPOINT,
        ENVIRONMENT
    }

    boolean isEndpoint() {
        return scope == Scope.ENDPOINT;
    }

    /** What {@code text} means for this knob, or the one-line complaint that it means nothing. */
    public T parse(String text, Place place) {
        Optional<T> value = type.parse(text);
        return value.orElseThrow(() -> new ScenarioException(place, rejection(text)));
    }

    /** The meaning of the default; only for knobs whose default is a value. */
    T defaultValue() {
        return type.parse(defaultText)
                .orElseThrow(() -> new AssertionError(name + ": its default is no value: " + defaultText));
    }

    private String rejection(String text) {
        String nearest = NearestName.to(text, type.words())
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
        String problem = type.isTooLarge(text) ? "' is too large; expected " : "' is not a valid value; expected ";
        return name + ": '" + Abbreviated.of(text) + problem + type.range() + nearest;
    }
}
