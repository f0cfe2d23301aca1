package dev.lastack.model.calibration;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.Map;
import java.util.Set;

/**
 * A scenario and what fails in it.
 *
 * @param text the knobs as the row states them, for people
 * @param knobs all knobs that are not at their defaults
 * @param orientation the state count of the other enumerator, rounded, or "-"
 * @param exactly whether no other of the judged claims fails
 * @param fails ids of claims that fail
 * @param small whether every build checks it
 */
public record CalibrationRow(
        String text, Map<String, String> knobs, String orientation, boolean exactly, Set<String> fails, boolean small) {

    public Scenario scenario() {
        return Scenarios.of(knobs);
    }

    @Override
    public String toString() {
        return text;
    }
}
