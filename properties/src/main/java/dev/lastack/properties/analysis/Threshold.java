package dev.lastack.properties.analysis;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From which value of one knob on a claim holds, in one row of a sweep.
 *
 * @param row the other knobs
 * @param claim the claim's id
 * @param least the least value at which, and at all greater ones swept, the claim is not broken; empty if it is broken, or
 *     not decided, at the greatest
 * @param open if {@code least} is empty, whether the greatest value is not decided; else whether the value next below is
 *     not, so that the threshold may be less
 * @param holdsBelow values less than {@code least} at which it holds too: there the verdicts are not monotone
 */
public record Threshold(
        Map<String, String> row, String claim, Optional<String> least, boolean open, List<String> holdsBelow) {

    /** The thresholds of every claim in every row, for the values of {@code knob} in the order swept. */
    public static List<Threshold> of(List<CellResult> results, String knob) {
        ListMultimap<Map<String, String>, CellResult> rows = Multimaps.index(results, result -> {
            Map<String, String> row = new LinkedHashMap<>(result.cell().settings());
            row.remove(knob);
            return row;
        });
        List<Threshold> thresholds = new ArrayList<>();
        Multimaps.asMap(rows)
                .forEach((row, cells) -> cells.get(0)
                        .outcomes()
                        .keySet()
                        .forEach(claim -> thresholds.add(of(row, claim, new Column(cells, knob, claim)))));
        return thresholds;
    }

    private static Threshold of(Map<String, String> row, String claim, Column column) {
        int from = column.cells().size();
        while (from > 0 && column.unbroken(from - 1)) {
            from--;
        }
        List<String> below = new ArrayList<>();
        for (int i = 0; i < from; i++) {
            if (column.unbroken(i)) {
                below.add(column.value(i));
            }
        }
        Optional<String> least = from == column.cells().size() ? Optional.empty() : Optional.of(column.value(from));
        return new Threshold(row, claim, least, from > 0 && column.open(from - 1), below);
    }

    /** For tables: {@code 2}; {@code ≤2} if less may do; {@code >5} if it is broken at the greatest; {@code ?} if not decided. */
    public String word(String greatest) {
        String mark = holdsBelow.isEmpty() ? "" : "*";
        return least.map(value -> (open ? "≤" : "") + value).orElse(open ? "?" : ">" + greatest) + mark;
    }

    /** One claim along the swept knob. */
    private record Column(List<CellResult> cells, String knob, String claim) {

        boolean unbroken(int index) {
            Outcome outcome = cells.get(index).outcomes().getOrDefault(claim, Outcome.INCONCLUSIVE);
            return outcome == Outcome.HOLDS || outcome == Outcome.VACUOUS;
        }

        boolean open(int index) {
            return cells.get(index).outcomes().getOrDefault(claim, Outcome.INCONCLUSIVE) == Outcome.INCONCLUSIVE;
        }

        String value(int index) {
            return cells.get(index).cell().settings().getOrDefault(knob, "");
        }
    }
}
