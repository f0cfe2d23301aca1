package dev.lastack.properties.analysis;

import com.google.common.math.LongMath;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.TickCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays out the cells of a sweep. What a range means may depend on the msl of its cell, and on nothing else. */
final class Grid {

    private final Scenario base;
    private final List<Axis> axes;

    Grid(Scenario base, List<Axis> axes) {
        this.base = base;
        this.axes = List.copyOf(axes);
    }

    /** How many cells there are, or {@link Long#MAX_VALUE} if that is less; none of them is made. */
    long count() {
        return count(0, Map.of(), true);
    }

    private long count(int depth, Map<String, String> settings, boolean mslOpen) {
        if (depth == axes.size()) {
            return 1;
        }
        Axis axis = axes.get(depth);
        List<String> values = checked(axis, settings);
        if (!mslOpen || !axis.knob().equals("msl")) {
            return LongMath.saturatedMultiply(values.size(), count(depth + 1, settings, mslOpen));
        }
        long count = 0;
        for (String value : values) {
            count = LongMath.saturatedAdd(count, count(depth + 1, Map.of("msl", value), false));
        }
        return count;
    }

    /** All cells, the last axis the fastest. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        layOut(0, Map.of(), cells);
        return cells;
    }

    private void layOut(int depth, Map<String, String> settings, List<Cell> cells) {
        if (depth == axes.size()) {
            cells.add(new Cell(cells.size(), settings));
            return;
        }
        Axis axis = axes.get(depth);
        for (String value : axis.values(msl(settings))) {
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.put(axis.knob(), value);
            layOut(depth + 1, more, cells);
        }
    }

    private List<String> checked(Axis axis, Map<String, String> settings) {
        List<String> values = axis.values(msl(settings));
        // Refuses what no cell could mean.
        values.forEach(value -> Scenario.builder("--vary " + axis.knob()).set(axis.knob(), value));
        return values;
    }

    private int msl(Map<String, String> settings) {
        return TickCount.of(settings.getOrDefault("msl", ""), 0)
                .orElse(base.environment().msl());
    }
}
