package dev.lastack.properties;

import java.util.Map;
import java.util.stream.Collectors;

/** What to set so that a bound of the model cuts no step: a cut leaves every claim about whole runs inconclusive. */
final class CutRemedies {

    private static final Map<String, String> REMEDIES = Map.of(
            "capacity",
            "with loss: unlimited a segment that finds the network full is lost, and no step is cut",
            "sequence numbers",
            "a finite sequence-space has no greatest number, so that no step is cut there");

    private CutRemedies() {}

    /** A clause for each bound that cut a step, by its number of cuts, each begun by a semicolon; else empty. */
    static String of(Map<String, Long> cuts) {
        return cuts.entrySet().stream()
                .filter(cut -> cut.getValue() > 0 && REMEDIES.containsKey(cut.getKey()))
                .map(cut -> "; " + REMEDIES.get(cut.getKey()))
                .sorted()
                .collect(Collectors.joining());
    }
}
