package dev.lastack.checker.zones;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** What the clocks of a location are called in every location of the same core. */
final class ClockNames {

    private final Location location;

    /** By clock, its id if it is optional. */
    private final Map<Integer, Long> ids = new HashMap<>();

    /** By id, the clock. */
    private final Map<Long, Integer> optional = new HashMap<>();

    /** The clocks that are not optional, in order; 0 comes first. */
    private final int[] lasting;

    ClockNames(Location location) {
        this.location = location;
        for (Fading fading : location.fadings()) {
            ids.put(fading.clock(), fading.id());
            optional.put(fading.id(), fading.clock());
        }
        this.lasting = new int[location.clocks() + 1 - ids.size()];
        int next = 0;
        for (int clock = 0; clock <= location.clocks(); clock++) {
            if (!ids.containsKey(clock)) {
                lasting[next++] = clock;
            }
        }
    }

    int size() {
        return location.clocks() + 1;
    }

    boolean isOptional(int clock) {
        return ids.containsKey(clock);
    }

    /** The ids of both, each once, ascending. */
    long[] idsWith(ClockNames other) {
        return LongStream.concat(
                        optional.keySet().stream().mapToLong(Long::longValue),
                        other.optional.keySet().stream().mapToLong(Long::longValue))
                .sorted()
                .distinct()
                .toArray();
    }

    /** For each clock of {@code wider}, this location's clock of that name, or -1 if it has none. */
    int[] of(ClockNames wider) {
        int[] clocks = new int[wider.size()];
        Arrays.fill(clocks, -1);
        for (int i = 0; i < lasting.length; i++) {
            clocks[wider.lasting[i]] = lasting[i];
        }
        wider.ids.forEach((clock, id) -> clocks[clock] = optional.getOrDefault(id, -1));
        return clocks;
    }
}
