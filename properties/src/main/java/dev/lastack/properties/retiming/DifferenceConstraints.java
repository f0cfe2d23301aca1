package dev.lastack.properties.retiming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bounds on the differences between instants, solved by Bellman and Ford's relaxation. Instant 0 is the start of the run;
 * no other is before it.
 */
final class DifferenceConstraints {

    private final int instants;
    private final List<Bound> bounds = new ArrayList<>();

    /** {@code to} is at least {@code gap} after {@code from}. */
    private record Bound(int from, int to, long gap) {}

    DifferenceConstraints(int instants) {
        this.instants = instants;
        for (int instant = 1; instant < instants; instant++) {
            atLeast(0, instant, 0);
        }
        atMost(0, 0, 0);
    }

    void atLeast(int from, int to, long gap) {
        bounds.add(new Bound(from, to, gap));
    }

    void atMost(int from, int to, long gap) {
        bounds.add(new Bound(to, from, -gap));
    }

    /** The earliest instants that keep to every bound, or empty if none do. */
    Optional<long[]> earliest() {
        long[] earliest = new long[instants];
        for (int round = 0; round <= instants; round++) {
            boolean changed = false;
            for (Bound bound : bounds) {
                long least = earliest[bound.from] + bound.gap;
                if (least > earliest[bound.to]) {
                    earliest[bound.to] = least;
                    changed = true;
                }
            }
            if (earliest[0] > 0) {
                return Optional.empty();
            }
            if (!changed) {
                return Optional.of(earliest);
            }
        }
        return Optional.empty(); // Still moving after that many rounds: the bounds go round in a circle.
    }

    /** The latest instants that keep to every bound with the last one where {@code earliest} has it. */
    long[] latest(long[] earliest) {
        long[] latest = new long[instants];
        Arrays.fill(latest, earliest[instants - 1]);
        latest[0] = 0;
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Bound bound : bounds) {
                long most = latest[bound.to] - bound.gap;
                if (bound.from != 0 && most < latest[bound.from]) {
                    latest[bound.from] = most;
                    changed = true;
                }
            }
        }
        return latest;
    }
}
