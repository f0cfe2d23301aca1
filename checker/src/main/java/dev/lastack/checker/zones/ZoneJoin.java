package dev.lastack.checker.zones;

/** Joins zones of locations that have the same core. */
final class ZoneJoin {

    private static final long ABSENT = Long.MIN_VALUE;

    private ZoneJoin() {}

    /**
     * The least zone that holds both. An optional clock that a location does not have is as great as one likes, which no bound
     * minds that subtracts it; and no bound from above is kept of an optional clock. The greater of two canonical bounds each
     * is canonical again.
     */
    static long[] of(ClockNames names, ClockNames oneNames, long[] one, ClockNames otherNames, long[] other) {
        int size = names.size();
        int[] inOne = oneNames.of(names);
        int[] inOther = otherNames.of(names);
        long[] joined = new long[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                joined[i * size + j] = i == j
                        ? DifferenceBound.ZERO
                        : names.isOptional(i)
                                ? DifferenceBound.NONE
                                : Math.max(
                                        bound(one, oneNames.size(), inOne, i, j),
                                        bound(other, otherNames.size(), inOther, i, j));
            }
        }
        return joined;
    }

    private static long bound(long[] zone, int size, int[] clocks, int i, int j) {
        return clocks[j] < 0 ? ABSENT : zone[clocks[i] * size + clocks[j]];
    }
}
