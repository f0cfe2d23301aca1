package dev.lastack.checker.zones;

import java.util.Map;
import java.util.Optional;

/**
 * What a search of zones saw and decided.
 *
 * @param zones zones that no other covers
 * @param locations discrete parts that were reached
 * @param generated steps of zones
 * @param levels breadth-first levels, the initial one included
 * @param cuts steps of zones that a bound forbids, by name of the bound
 * @param answers by name of the property, in the order asked for
 * @param stopped why the search ended early, or empty
 * @param seconds wall-clock time
 */
public record ZoneExploration(
        long zones,
        int locations,
        long generated,
        int levels,
        Map<String, Long> cuts,
        Map<String, ZoneAnswer> answers,
        Optional<String> stopped,
        double seconds) {

    /** Whether a bound forbade a step. */
    public boolean isCut() {
        return cuts.values().stream().anyMatch(cut -> cut > 0);
    }
}
