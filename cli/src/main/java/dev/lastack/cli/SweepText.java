package dev.lastack.cli;

import com.google.common.base.Strings;
import dev.lastack.properties.analysis.CellResult;
import dev.lastack.properties.analysis.Threshold;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A sweep as text: a line for each cell, then the least value from which each claim holds. */
final class SweepText {

    private SweepText() {}

    static String of(List<CellResult> results, String across) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(results.get(0).cell().settings().keySet());
        head.addAll(List.of("kept out by", "broken"));
        rows.add(head);
        for (CellResult result : results) {
            List<String> row = new ArrayList<>(result.cell().settings().values());
            row.add(result.argument().word());
            row.add(broken(result));
            rows.add(row);
        }
        return aligned(rows) + "\n" + thresholds(results, across);
    }

    private static String broken(CellResult result) {
        String broken = result.outcomes().entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.VIOLATED)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return result.note().isEmpty() ? broken : broken + " (" + result.note() + ")";
    }

    private static String thresholds(List<CellResult> results, String across) {
        List<List<String>> rows = new ArrayList<>();
        for (Threshold threshold : Threshold.of(results, across)) {
            String row = threshold.row().entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining(" "));
            String below = threshold.holdsBelow().isEmpty()
                    ? ""
                    : "not monotone: it holds at " + String.join(", ", threshold.holdsBelow()) + " too";
            rows.add(List.of(
                    row,
                    threshold.claim(),
                    threshold
                            .least()
                            .map(value -> "holds from " + across + "=" + value)
                            .orElse("holds at no end of the range"),
                    below));
        }
        return aligned(rows);
    }

    private static String aligned(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int index = column;
                int width =
                        rows.stream().mapToInt(r -> r.get(index).length()).max().orElse(0);
                line.append(Strings.padEnd(row.get(column), width, ' ')).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
