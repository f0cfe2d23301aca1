package dev.lastack.checker.zones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When the steps of a path can be taken. The constraints on clocks are constraints on the differences of instants, for a clock
 * shows the time since the step at which it started.
 *
 * <p>A schedule is <em>apart</em> if no two steps are at the same instant and every bound is kept with a margin, except where an
 * equation leaves no choice. A path without such a schedule needs two things to happen at once.
 */
final class Schedule {

    private final ZonePath path;
    private final boolean apart;
    private final List<Constraint> constraints = new ArrayList<>();

    /** For each clock of the present location, the number of the step at which it started. */
    private int[] births;

    private Schedule(ZonePath path, boolean apart) {
        this.path = path;
        this.apart = apart;
        this.births = new int[path.locations().get(0).clocks()];
        Pin before = Pin.NONE;
        for (int step = 1; step <= path.length(); step++) {
            Location location = path.locations().get(step - 1);
            Edge edge = path.edges().get(step - 1);
            Pin pin = pin(location, edge);
            boolean strict = apart && step > 1 && !pin.isInstantOf(before);
            constraints.add(new Constraint(step - 1, step, strict ? DifferenceBound.lessThan(0) : DifferenceBound.ZERO));
            stay(location, pin, step);
            guard(location, edge, step);
            births = bornBy(edge, step);
            before = pin;
        }
    }

    /** The instants of the steps of {@code path}, the earliest possible; empty if there are none. */
    static Optional<TimedRun> of(ZonePath path, boolean apart) {
        return new Schedule(path, apart).run();
    }

    /** An instant that a guard fixes: so long after the step at which {@code clock} started. That is 0 if no guard does. */
    private record Pin(int birth, long length, int clock) {
        static final Pin NONE = new Pin(0, 0, 0);

        boolean isInstantOf(Pin other) {
            return clock != 0 && other.clock != 0 && birth == other.birth && length == other.length;
        }
    }

    private Pin pin(Location location, Edge edge) {
        for (Constraint guard : edge.guard()) {
            if (guard.left() == 0 && isPinned(location, guard)) {
                return new Pin(births[guard.right() - 1], -DifferenceBound.value(guard.bound()), guard.right());
            }
        }
        return Pin.NONE;
    }

    /** Whether a lower bound is also the ceiling of its clock. */
    private static boolean isPinned(Location location, Constraint lower) {
        long ceiling = location.ceilings()[lower.right() - 1];
        return ceiling != DifferenceBound.NONE
                && DifferenceBound.value(ceiling) == -DifferenceBound.value(lower.bound());
    }

    private void stay(Location location, Pin pin, int step) {
        for (int clock = 1; clock <= location.clocks(); clock++) {
            long ceiling = location.ceilings()[clock - 1];
            if (ceiling != DifferenceBound.NONE) {
                boolean strict = apart && clock != pin.clock();
                constraints.add(new Constraint(step, births[clock - 1], strict ? strictly(ceiling) : ceiling));
            }
        }
    }

    private void guard(Location location, Edge edge, int step) {
        for (Constraint guard : edge.guard()) {
            boolean pinned = guard.left() == 0 && isPinned(location, guard);
            long bound = apart && !pinned ? strictly(guard.bound()) : guard.bound();
            // Clock c shows T(step) - T(birth of c), and clock 0 shows 0 = T(step) - T(step).
            constraints.add(new Constraint(birth(guard.right(), step), birth(guard.left(), step), bound));
        }
    }

    private int birth(int clock, int step) {
        return clock == 0 ? step : births[clock - 1];
    }

    private static long strictly(long bound) {
        return DifferenceBound.lessThan(DifferenceBound.value(bound));
    }

    private int[] bornBy(Edge edge, int step) {
        int[] born = new int[edge.origins().length];
        for (int clock = 0; clock < born.length; clock++) {
            int origin = edge.origins()[clock];
            born[clock] = origin == 0 ? step : births[origin - 1];
        }
        return born;
    }

    /** The fewest parts of the unit in which there are instants; with as many as there are instants there are some, if ever. */
    private Optional<TimedRun> run() {
        int instants = path.length() + 1;
        if (!isFeasible(instants)) {
            return Optional.empty();
        }
        for (int parts = 1; ; parts++) {
            long[] matrix = matrix(parts, instants);
            if (Zone.close(matrix, instants)) {
                long[] times = new long[path.length()];
                for (int step = 1; step <= times.length; step++) {
                    times[step - 1] = -DifferenceBound.value(matrix[step]);
                }
                return Optional.of(new TimedRun(path, times, parts, apart));
            }
        }
    }

    private boolean isFeasible(int instants) {
        return Zone.close(matrix(0, instants), instants);
    }

    /** The constraints in {@code parts} of the unit, the strict ones kept by one part; exactly, if that is 0. */
    private long[] matrix(int parts, int instants) {
        long[] matrix = new long[instants * instants];
        Arrays.fill(matrix, DifferenceBound.NONE);
        for (int i = 0; i < instants; i++) {
            matrix[i * instants + i] = DifferenceBound.ZERO;
        }
        for (Constraint each : constraints) {
            long bound = each.bound();
            if (parts > 0) {
                long value = DifferenceBound.value(bound) * parts - (DifferenceBound.isStrict(bound) ? 1 : 0);
                bound = DifferenceBound.atMost(value);
            }
            int index = each.left() * instants + each.right();
            matrix[index] = Math.min(matrix[index], bound);
        }
        return matrix;
    }
}
