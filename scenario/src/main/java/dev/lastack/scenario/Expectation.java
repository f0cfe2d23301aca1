package dev.lastack.scenario;

import dev.lastack.scenario.text.Place;
import java.util.Locale;

/**
 * A verdict that a scenario states.
 *
 * @param claim the claim's id
 * @param because an RFC section, or {@code observed}; empty where the scenario does not say
 * @param place where it is stated
 */
public record Expectation(String claim, Outcome outcome, String because, Place place) {

    /** What may become of a claim. */
    public enum Outcome {
        HOLDS,
        VIOLATED,
        VACUOUS,
        INCONCLUSIVE;

        /** As a scenario writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
