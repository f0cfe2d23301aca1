package dev.lastack.properties.analysis.advice;

import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.RealTimeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Another way to be safe: one thing changed at both ends, TIME-WAIT as asked about.
 *
 * @param name what is done, in words
 * @param knobs the same as knobs
 * @param covered the gaps between retransmissions that were explored with it; empty if there was no exploration
 * @param decision what the exploration with it says
 */
public record Remedy(String name, Map<String, String> knobs, Optional<Gaps> covered, Decision decision) {

    static List<Remedy> search(
            Figures figures, Function<Map<String, String>, Optional<Explored>> explore, List<Claim> judged) {
        List<Remedy> remedies = new ArrayList<>();
        Map<String, Map<String, String>> candidates = candidates(figures);
        candidates.values().removeIf(knobs -> changesNothing(figures, knobs));
        candidates.forEach((name, knobs) -> {
            Optional<Explored> explored = explore.apply(knobs);
            Decision decision = explored.map(it -> it.on(judged)).orElse(Decision.UNDECIDED);
            remedies.add(new Remedy(name, knobs, explored.map(Explored::covered), decision));
        });
        return List.copyOf(remedies);
    }

    private static boolean changesNothing(Figures figures, Map<String, String> knobs) {
        Scenario as = figures.exactly(Map.of());
        Scenario changed = figures.exactly(knobs);
        return changed.a().equals(as.a())
                && changed.b().equals(as.b())
                && changed.environment().equals(as.environment());
    }

    private static Map<String, Map<String, String>> candidates(Figures figures) {
        Map<String, Map<String, String>> candidates = new LinkedHashMap<>();
        candidates.put(
                "initial sequence numbers that only grow (RFC 6528)",
                Map.of("isn", "monotonic", "sequence-space", "unbounded"));
        candidates.put("timestamps and PAWS (RFC 7323)", Map.of("timestamps", "on"));
        candidates.put("no RST ends TIME-WAIT (RFC 1337, F1)", Map.of("time-wait.rst", "ignore"));
        candidates.put("every answer restarts TIME-WAIT", Map.of("time-wait.restart", "on-answer"));
        candidates.put("a SYN in TIME-WAIT is dropped", Map.of("time-wait.syn", "drop"));
        candidates.put("an RST counts only at RCV.NXT (RFC 5961 §3)", Map.of("rst-check", "exact"));
        candidates.put("old acknowledgments are refused (RFC 5961 §5)", Map.of("ack-check", "rfc5961"));
        if (figures.rto().max().compareTo(figures.msl()) > 0) {
            String least = figures.rto().min().compareTo(figures.msl()) < 0
                    ? RealTimeText.of(figures.rto().min()) + ".."
                    : "";
            String msl = RealTimeText.of(figures.msl());
            candidates.put("no gap between retransmissions above one MSL", Map.of("rto", least + msl));
        }
        candidates.put("giving up after 1 retransmission", Map.of("retransmissions", "1"));
        return candidates;
    }
}
