package dev.lastack.checker.hull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link HullSearch} saw and decided.
 *
 * @param controls how many controls the hull has
 * @param lanes how many tokens there are
 * @param generated steps generated
 * @param cuts the names of the bounds that cut a step of the hull: what lies beyond has not been looked at
 * @param decisions by property name, in the order asked for
 * @param stopped why the search ended early, or empty
 * @param bytes memory held at the end
 * @param seconds wall-clock time
 */
public record HullExploration(
        long controls,
        int lanes,
        long generated,
        List<String> cuts,
        Map<String, HullDecision> decisions,
        Optional<String> stopped,
        long bytes,
        double seconds) {}
