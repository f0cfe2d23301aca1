package dev.lastack.cli.sweep;

import com.google.common.base.Strings;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import dev.lastack.properties.analysis.Cell;
import dev.lastack.properties.analysis.CellResult;
import dev.lastack.properties.analysis.Price;
import dev.lastack.properties.analysis.Threshold;
import dev.lastack.scenario.Expectation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sweep as text: a line for each cell, then the least value from which each claim holds. */
final class SweepText {

    private SweepText() {}

    static String of(List<CellResult> results, String across) {
        List<List<String>> rows = new ArrayList<>();
        boolean priced = results.stream().anyMatch(result -> result.price().isPresent());
        List<String> head = new ArrayList<>(results.get(0).cell().settings().keySet());
        head.addAll(
                priced ? List.of("seconds", "at most", "kept out by", "violated") : List.of("kept out by", "violated"));
        rows.add(head);
        for (CellResult result : results) {
            List<String> row = new ArrayList<>(result.cell().settings().values());
            if (priced) {
                row.add(result.price().map(Price::seconds).orElse(""));
                row.add(result.price().map(price -> price.wholeRate() + "/s").orElse(""));
            }
            row.add(result.argument().word());
            row.add(broken(result));
            rows.add(row);
        }
        return aligned(rows) + "\n" + thresholds(results, across);
    }

    /** The first cell that has a run to show. */
    static Optional<Cell> firstBroken(List<CellResult> results) {
        return results.stream()
                .filter(result -> result.outcomes().containsValue(Outcome.VIOLATED))
                .map(CellResult::cell)
                .findFirst();
    }

    private static String broken(CellResult result) {
        String broken = result.outcomes().entrySet().stream()
                .filter(entry -> entry.getValue() == Outcome.VIOLATED)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return result.note().isEmpty() ? broken : broken + " (" + result.note() + ")";
    }

    /** A line for each combination of the other knobs, a column for each claim. */
    static String thresholds(List<CellResult> results, String across) {
        ListMultimap<Map<String, String>, String> words = LinkedListMultimap.create();
        List<Threshold> thresholds = Threshold.of(results, across);
        for (Threshold threshold : thresholds) {
            words.put(threshold.row(), threshold.word(greatest(results, threshold.row(), across)));
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(thresholds.get(0).row().keySet());
        head.addAll(results.get(0).outcomes().keySet());
        rows.add(head);
        Multimaps.asMap(words).forEach((settings, least) -> {
            List<String> row = new ArrayList<>(settings.values());
            row.addAll(least);
            rows.add(row);
        });
        return "Least " + across + " from which each claim holds:\n" + aligned(rows) + legend(rows, thresholds);
    }

    /** The last value swept in a row. */
    private static String greatest(List<CellResult> results, Map<String, String> row, String across) {
        return results.stream()
                .map(result -> result.cell().settings())
                .filter(settings -> settings.entrySet().containsAll(row.entrySet()))
                .reduce((earlier, later) -> later)
                .map(settings -> settings.getOrDefault(across, ""))
                .orElse("");
    }

    private static String legend(List<List<String>> rows, List<Threshold> thresholds) {
        StringBuilder legend = new StringBuilder();
        List<String> all = rows.stream().skip(1).flatMap(List::stream).toList();
        if (all.stream().anyMatch(word -> word.startsWith(">"))) {
            legend.append(">n: violated at n, the greatest value swept\n");
        }
        if (all.stream().anyMatch(word -> word.startsWith("?") || word.startsWith("≤"))) {
            legend.append("?: undecided at the greatest value; ≤n: undecided just below n\n");
        }
        thresholds.stream()
                .filter(threshold -> !threshold.holdsBelow().isEmpty())
                .forEach(threshold -> legend.append("*: not monotone; ")
                        .append(threshold.row().entrySet().stream()
                                .map(setting -> setting.getKey() + "=" + setting.getValue() + " ")
                                .collect(Collectors.joining()))
                        .append(threshold.claim())
                        .append(" also holds at ")
                        .append(String.join(", ", threshold.holdsBelow()))
                        .append('\n'));
        return legend.toString();
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
