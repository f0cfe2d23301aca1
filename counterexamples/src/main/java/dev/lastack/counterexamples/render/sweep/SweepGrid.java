package dev.lastack.counterexamples.render.sweep;

import com.google.common.collect.Table;
import com.google.common.collect.Tables;
import dev.lastack.properties.analysis.CellResult;
import dev.lastack.properties.analysis.Price;
import dev.lastack.scenario.knobs.Knobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cells of a sweep laid out on paper: one knob across, all others down.
 *
 * @param across the knob whose values are the columns
 * @param columns its values, in the order swept
 * @param cells the cells of each combination of the other knobs, by its label and the column
 */
record SweepGrid(String across, List<String> columns, Table<String, String, CellResult> cells) {

    static SweepGrid of(List<CellResult> results, String across) {
        Set<String> columns = new LinkedHashSet<>();
        Table<String, String, CellResult> cells = Tables.newCustomTable(new LinkedHashMap<>(), LinkedHashMap::new);
        for (CellResult result : results) {
            Map<String, String> others = new LinkedHashMap<>(result.cell().settings());
            String column = others.remove(across);
            if (column == null) {
                throw new IllegalArgumentException("the sweep does not vary " + across);
            }
            columns.add(column);
            cells.put(label(others), column, result);
        }
        return new SweepGrid(across, new ArrayList<>(columns), cells);
    }

    private static String label(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting ->
                        setting.getKey() + " " + setting.getValue() + unit(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A plain number counts ticks where a knob takes a time; every other value says itself what it is. */
    private static String unit(String knob, String value) {
        boolean counted = value.matches("\\d+")
                && Knobs.named(knob).stream().anyMatch(known -> known.type().isTime());
        return !counted ? "" : value.equals("1") ? " tick" : " ticks";
    }

    /** The knob of the columns with its unit, if the values do not have one each. */
    String axis() {
        return columns.stream().noneMatch(value -> unit(across, value).isEmpty()) ? across + " in ticks" : across;
    }

    /** The greatest rate of connections in each column, empty where its cells differ or ticks have no length. */
    List<String> rates() {
        return columns.stream().map(this::rate).toList();
    }

    private String rate(String column) {
        Set<String> rates = new LinkedHashSet<>();
        cells.column(column)
                .values()
                .forEach(
                        result -> rates.add(result.price().map(Price::wholeRate).orElse("")));
        return rates.size() == 1 ? rates.iterator().next() : "";
    }

    int widestLabel() {
        return cells.rowKeySet().stream().mapToInt(String::length).max().orElse(0);
    }
}
