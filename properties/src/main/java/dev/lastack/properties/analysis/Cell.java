package dev.lastack.properties.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One point of a sweep.
 *
 * @param number counted from 0, in the order of the axes, the last one fastest
 * @param settings the value of each varied knob, in the order of the axes
 */
public record Cell(int number, Map<String, String> settings) {

    public Cell {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** For example {@code time-wait=2 isn=random}. */
    @Override
    public String toString() {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}
