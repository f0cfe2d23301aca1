package dev.lastack.properties.retiming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Bounds on the differences between instants, solved by Bellman and Ford's relaxation. Instant 0 is the start of the run;
 * no other is before it. The instants are counted in parts of the unit in which the bounds are given: with {@code n} of them a
 * strict bound is kept by at least one n-th of the unit.
 */
final class DifferenceConstraints {

    private final int instants;
    private final List<Bound> bounds = new ArrayList<>();

    /** {@code to} is at least {@code gap} after {@code from}; {@code strict}: more than that. */
    private record Bound(int from, int to, long gap, boolean strict) {

        long in(int parts) {
            return gap * parts + (strict ? 1 : 0);
        }
    }

    DifferenceConstraints(int instants) {
        this.instants = instants;
        for (int instant = 1; instant < instants; instant++) {
            atLeast(0, instant, 0);
        }
        atMost(0, 0, 0);
    }

    void atLeast(int from, int to, long gap) {
        bounds.add(new Bound(from, to, gap, false));
    }

    void atMost(int from, int to, long gap) {
        bounds.add(new Bound(to, from, -gap, false));
    }

    void moreThan(int from, int to, long gap) {
        bounds.add(new Bound(from, to, gap, true));
    }

    void lessThan(int from, int to, long gap) {
        bounds.add(new Bound(to, from, -gap, true));
    }

    /**
     * The fewest parts of the unit with which every bound can be kept: the strict ones are then kept by the greatest margin, up
     * to rounding. Empty if there are none. A circle of bounds has at most as many strict ones as there are instants, and what
     * it leaves to share among them is at least the unit, so more parts than instants help nobody.
     */
    OptionalInt parts() {
        if (earliest(instants).isEmpty()) {
            return OptionalInt.empty();
        }
        int fewest = 1;
        int enough = instants;
        while (fewest < enough) {
            int middle = (fewest + enough) / 2;
            if (earliest(middle).isPresent()) {
                enough = middle;
            } else {
                fewest = middle + 1;
            }
        }
        return OptionalInt.of(fewest);
    }

    /** Whether every bound can be kept where a strict one may just be reached. */
    boolean closedHold() {
        DifferenceConstraints closed = new DifferenceConstraints(instants);
        bounds.forEach(bound -> closed.atLeast(bound.from, bound.to, bound.gap));
        return closed.earliest(1).isPresent();
    }

    /** The earliest instants that keep to every bound, or empty if none do. */
    Optional<long[]> earliest(int parts) {
        long[] earliest = new long[instants];
        for (int round = 0; round <= instants; round++) {
            boolean changed = false;
            for (Bound bound : bounds) {
                long least = earliest[bound.from] + bound.in(parts);
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
    long[] latest(long[] earliest, int parts) {
        long[] latest = new long[instants];
        Arrays.fill(latest, earliest[instants - 1]);
        latest[0] = 0;
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Bound bound : bounds) {
                long most = latest[bound.to] - bound.in(parts);
                if (bound.from != 0 && most < latest[bound.from]) {
                    latest[bound.from] = most;
                    changed = true;
                }
            }
        }
        return latest;
    }
}
