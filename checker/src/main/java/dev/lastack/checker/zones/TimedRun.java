package dev.lastack.checker.zones;

import java.util.Arrays;

/**
 * A path and instants at which its steps can be taken.
 *
 * @param times of each step since the start, in parts of the unit of the system's constants
 * @param parts into how many the unit is divided
 * @param apart whether no two steps have to be at the same instant
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and not to be written to.
public record TimedRun(ZonePath path, long[] times, int parts, boolean apart) {

    @Override
    public String toString() {
        return "TimedRun[times=" + Arrays.toString(times) + " / " + parts + "]";
    }
}
