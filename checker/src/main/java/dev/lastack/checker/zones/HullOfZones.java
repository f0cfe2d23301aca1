package dev.lastack.checker.zones;

import java.util.Optional;
import java.util.Set;

/**
 * What the hull of all zones shows.
 *
 * @param cores locations without their optional clocks
 * @param steps how often one of them was expanded
 * @param proved the names of the properties that no run violates, but beyond the bounds that were met
 * @param tested the names of the properties that a step may put to the test; all others none does
 * @param cuts the names of the bounds that may have forbidden a step
 * @param stopped why it ended early, and proves nothing; or empty
 * @param seconds wall-clock time
 */
public record HullOfZones(
        int cores,
        long steps,
        Set<String> proved,
        Set<String> tested,
        Set<String> cuts,
        Optional<String> stopped,
        double seconds) {

    /** Copies the sets. */
    public HullOfZones {
        proved = Set.copyOf(proved);
        tested = Set.copyOf(tested);
        cuts = Set.copyOf(cuts);
    }
}
