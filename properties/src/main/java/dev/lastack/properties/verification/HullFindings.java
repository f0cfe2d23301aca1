package dev.lastack.properties.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search of the network of any capacity came to.
 *
 * @param stage the search, if there was one
 * @param decided results that need nothing more, by claim id
 * @param proved claims that nothing violates, but that were not seen put to the test in the scenario's own network
 * @param open why the hull does not decide a claim, by its id
 */
record HullFindings(
        Optional<Stage> stage,
        Map<String, ClaimResult> decided,
        Map<String, DecidedBy> proved,
        Map<String, String> open) {

    static final HullFindings NONE = new HullFindings(Optional.empty(), Map.of(), Map.of(), Map.of());

    /** Every claim that is left to the plain search is open for the same reason. */
    static HullFindings refused(String why, List<String> claims) {
        Map<String, String> open = new LinkedHashMap<>();
        claims.forEach(claim -> open.put(claim, why));
        return new HullFindings(Optional.empty(), Map.of(), Map.of(), open);
    }
}
