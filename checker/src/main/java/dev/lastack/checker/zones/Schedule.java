package dev.lastack.checker.zones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the steps of a path can be taken. The constraints on clocks are constraints on the differences of instants, for a clock
 * shows the time since the step at which it started.
 *
 * <p>A schedule is <em>apart</em> if no two steps but quiet ones are at the same instant, and every bound is kept with a margin,
 * except where an equation leaves no choice. A path without such a schedule needs two things to happen at once.
 */
public final class Schedule {

    private final ZonePath path;
    private final boolean apart;
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();

    /** The runs of clocks that end with a quiet step. */
    private final Set<Run> quiet = new HashSet<>();

    /** What each clock of the present location does. */
    private Run[] runs;

    /** A clock from its start on; {@code number} tells those apart that start in the same step. */
    private record Run(int birth, int number) {}

    /** A clock does not pass its ceiling before {@code step}. */
    private record Stay(int step, Run run, long ceiling, boolean pinned) {}

    private Schedule(ZonePath path, boolean apart) {
        this.path = path;
        this.apart = apart;
        this.runs = new Run[path.locations().get(0).clocks()];
        Arrays.setAll(runs, number -> new Run(0, number));
        int audible = 0;
        for (int step = 1; step <= path.length(); step++) {
            Edge edge = path.edges().get(step - 1);
            constraints.add(new Constraint(step - 1, step, DifferenceBound.ZERO));
            if (apart && !edge.quiet()) {
                if (audible > 0) {
                    constraints.add(new Constraint(audible, step, DifferenceBound.lessThan(0)));
                }
                audible = step;
            }
            take(path.locations().get(step - 1), edge, step);
        }
        stays.forEach(this::constrain);
    }

    /** The instants of the steps of {@code path}, the earliest possible; empty if there are none. */
    static Optional<TimedRun> of(ZonePath path, boolean apart) {
        return new Schedule(path, apart).run();
    }

    /** {@code run} in {@code parts} of the unit, not fewer than it has: its steps lie closer together. */
    public static TimedRun in(TimedRun run, int parts) {
        return new Schedule(run.path(), run.apart())
                .run(parts)
                .orElseThrow(() -> new IllegalArgumentException("no schedule in " + parts + " parts"));
    }

    private void take(Location location, Edge edge, int step) {
        int pinned = pinned(location, edge);
        if (edge.quiet() && pinned != 0) {
            quiet.add(runs[pinned - 1]);
        }
        for (int clock = 1; clock <= location.clocks(); clock++) {
            long ceiling = location.ceilings()[clock - 1];
            if (ceiling != DifferenceBound.NONE) {
                stays.add(new Stay(step, runs[clock - 1], ceiling, clock == pinned));
            }
        }
        for (Constraint guard : edge.guard()) {
            boolean exact = guard.left() == 0 && isPinned(location, guard);
            long bound = apart && !exact ? strictly(guard.bound()) : guard.bound();
            // Clock c shows T(step) - T(birth of c), and clock 0 shows 0 = T(step) - T(step).
            constraints.add(new Constraint(birth(guard.right(), step), birth(guard.left(), step), bound));
        }
        Run[] before = runs;
        runs = new Run[edge.origins().length];
        Arrays.setAll(runs, i -> edge.origins()[i] == 0 ? new Run(step, i) : before[edge.origins()[i] - 1]);
    }

    /** The clock whose ceiling the guard of a step asks for, which fixes its instant; 0 for none. */
    private static int pinned(Location location, Edge edge) {
        return Arrays.stream(edge.guard())
                .filter(guard -> guard.left() == 0 && isPinned(location, guard))
                .mapToInt(Constraint::right)
                .findFirst()
                .orElse(0);
    }

    /** Whether a lower bound is also the ceiling of its clock. */
    private static boolean isPinned(Location location, Constraint lower) {
        long ceiling = location.ceilings()[lower.right() - 1];
        return ceiling != DifferenceBound.NONE
                && DifferenceBound.value(ceiling) == -DifferenceBound.value(lower.bound());
    }

    private void constrain(Stay stay) {
        // A clock that ends with a quiet step may reach its ceiling together with any other step.
        boolean strict = apart && !stay.pinned && !quiet.contains(stay.run);
        long ceiling = strict ? strictly(stay.ceiling) : stay.ceiling;
        constraints.add(new Constraint(stay.step, stay.run.birth, ceiling));
    }

    private int birth(int clock, int step) {
        return clock == 0 ? step : runs[clock - 1].birth;
    }

    private static long strictly(long bound) {
        return DifferenceBound.lessThan(DifferenceBound.value(bound));
    }

    /** The fewest parts of the unit in which there are instants; with as many as there are instants there are some, if ever. */
    private Optional<TimedRun> run() {
        int instants = path.length() + 1;
        if (!Zone.close(matrix(0, instants), instants)) {
            return Optional.empty();
        }
        Optional<TimedRun> found = Optional.empty();
        for (int parts = 1; found.isEmpty(); parts++) {
            found = run(parts);
        }
        return found;
    }

    private Optional<TimedRun> run(int parts) {
        int instants = path.length() + 1;
        long[] matrix = matrix(parts, instants);
        if (!Zone.close(matrix, instants)) {
            return Optional.empty();
        }
        long[] times = new long[path.length()];
        for (int step = 1; step <= times.length; step++) {
            times[step - 1] = -DifferenceBound.value(matrix[step]);
        }
        return Optional.of(new TimedRun(path, times, parts, apart));
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
