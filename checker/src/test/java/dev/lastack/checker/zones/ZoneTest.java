package dev.lastack.checker.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Zones of two clocks against the sets of points that they stand for, on a grid fine enough to tell any two zones apart. */
class ZoneTest {

    private static final int CLOCKS = 2;
    private static final int SIZE = CLOCKS + 1;

    /** A circle of strict bounds has at most as many as there are clocks, the one that is 0 included. */
    private static final int PARTS = SIZE;

    private static final int MOST = 4;

    @Property(tries = 150)
    void constrainingKeepsThePointsThatSatisfyTheBound(@ForAll("constraints") List<Constraint> constraints) {
        long[] zone = box();
        boolean any = true;
        for (Constraint each : constraints) {
            any = any && Zone.constrain(zone, SIZE, each.left(), each.right(), each.bound());
        }
        List<int[]> points = grid(point -> constraints.stream().allMatch(each -> satisfies(point, each, PARTS)));
        assertThat(any).isEqualTo(!points.isEmpty());
        if (any) {
            assertThat(grid(in(zone))).usingRecursiveComparison().isEqualTo(points);
        }
    }

    @Property(tries = 150)
    void constrainingKeepsAZoneCanonical(@ForAll("constraints") List<Constraint> constraints) {
        long[] zone = box();
        long[] raw = box();
        for (Constraint each : constraints) {
            int index = each.left() * SIZE + each.right();
            raw[index] = Math.min(raw[index], each.bound());
            if (!Zone.constrain(zone, SIZE, each.left(), each.right(), each.bound())) {
                assertThat(Zone.close(raw, SIZE)).isFalse();
                return;
            }
        }
        assertThat(Zone.close(raw, SIZE)).isTrue();
        assertThat(zone).isEqualTo(raw);
    }

    @Property(tries = 150)
    void oneZoneIncludesAnotherIfItHasAllItsPoints(
            @ForAll("constraints") List<Constraint> one, @ForAll("constraints") List<Constraint> other) {
        long[] outer = box();
        long[] inner = box();
        if (Zone.constrain(outer, SIZE, one.toArray(Constraint[]::new))
                && Zone.constrain(inner, SIZE, other.toArray(Constraint[]::new))) {
            boolean subset = grid(in(inner)).stream().allMatch(in(outer));
            assertThat(Zone.includes(outer, inner)).isEqualTo(subset);
        }
    }

    @Property(tries = 100)
    void elapsingAddsThePointsThatTimeLeadsTo(@ForAll("constraints") List<Constraint> constraints) {
        long[] zone = box();
        if (Zone.constrain(zone, SIZE, constraints.toArray(Constraint[]::new))) {
            // Time may lead to a point of the grid from one between two of them.
            List<int[]> before = grid(2 * PARTS, in(zone, 2 * PARTS));
            Zone.elapse(zone, SIZE);
            Zone.cap(zone, SIZE, new long[] {DifferenceBound.atMost(MOST), DifferenceBound.atMost(MOST)});
            assertThat(grid(in(zone)))
                    .usingRecursiveComparison()
                    .isEqualTo(grid(point -> before.stream().anyMatch(from -> leads(from, point))));
        }
    }

    private static boolean leads(int[] from, int[] to) {
        return 2 * to[0] - from[0] == 2 * to[1] - from[1] && 2 * to[0] >= from[0];
    }

    @Property(tries = 100)
    void mappingStartsTakesOverAndCopiesClocks(
            @ForAll("constraints") List<Constraint> constraints, @ForAll("origins") int[] origins) {
        long[] zone = box();
        if (Zone.constrain(zone, SIZE, constraints.toArray(Constraint[]::new))) {
            List<int[]> expected = new ArrayList<>();
            // Between two points of the grid there may be one that is mapped to a point of the grid.
            for (int[] point : grid(2 * PARTS, in(zone, 2 * PARTS))) {
                expected.add(Arrays.stream(origins)
                        .map(origin -> origin == 0 ? 0 : point[origin - 1])
                        .toArray());
            }
            long[] mapped = Zone.mapped(zone, SIZE, origins);
            assertThat(grid(in(mapped)))
                    .allMatch(point ->
                            expected.stream().anyMatch(other -> other[0] == 2 * point[0] && other[1] == 2 * point[1]));
            assertThat(expected).allMatch(in(mapped, 2 * PARTS));
        }
    }

    /** Every point added has the same future as one that was there: no guard up to the constants tells the two apart. */
    @Property(tries = 150)
    void extrapolatingAddsOnlyPointsThatNoGuardTellsFromOthers(
            @ForAll("constraints") List<Constraint> constraints, @ForAll("greatest") long[] greatest) {
        long[] zone = box();
        if (Zone.constrain(zone, SIZE, constraints.toArray(Constraint[]::new))) {
            List<int[]> before = grid(in(zone));
            Zone.extrapolate(zone, SIZE, greatest);
            assertThat(before).allMatch(in(zone));
            assertThat(grid(in(zone)))
                    .allMatch(point -> before.stream()
                            .anyMatch(other -> RegionSearch.region(point, PARTS, greatest)
                                    .equals(RegionSearch.region(other, PARTS, greatest))));
        }
    }

    private static long[] box() {
        long[] zone = Zone.zero(CLOCKS);
        Zone.elapse(zone, SIZE);
        for (int i = 1; i < SIZE; i++) {
            for (int j = 1; j < SIZE; j++) {
                zone[i * SIZE + j] = i == j ? DifferenceBound.ZERO : DifferenceBound.NONE;
            }
        }
        Zone.cap(zone, SIZE, new long[] {DifferenceBound.atMost(MOST), DifferenceBound.atMost(MOST)});
        return zone;
    }

    private static List<int[]> grid(Predicate<int[]> chosen) {
        return grid(PARTS, chosen);
    }

    /** The points of the grid that satisfy {@code chosen}, in parts of the unit. */
    private static List<int[]> grid(int parts, Predicate<int[]> chosen) {
        List<int[]> points = new ArrayList<>();
        for (int x = 0; x <= MOST * parts; x++) {
            for (int y = 0; y <= MOST * parts; y++) {
                int[] point = {x, y};
                if (chosen.test(point)) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    private static Predicate<int[]> in(long[] zone) {
        return in(zone, PARTS);
    }

    private static Predicate<int[]> in(long[] zone, int parts) {
        return point -> {
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    if (!satisfies(point, new Constraint(i, j, zone[i * SIZE + j]), parts)) {
                        return false;
                    }
                }
            }
            return true;
        };
    }

    private static boolean satisfies(int[] point, Constraint constraint, int parts) {
        if (constraint.bound() == DifferenceBound.NONE) {
            return true;
        }
        long difference = (long) value(point, constraint.left()) - value(point, constraint.right());
        long most = DifferenceBound.value(constraint.bound()) * parts;
        return DifferenceBound.isStrict(constraint.bound()) ? difference < most : difference <= most;
    }

    private static int value(int[] point, int clock) {
        return clock == 0 ? 0 : point[clock - 1];
    }

    @Provide
    Arbitrary<List<Constraint>> constraints() {
        Arbitrary<Long> bounds = Combinators.combine(
                        Arbitraries.longs().between(-MOST, MOST), Arbitraries.of(true, false))
                .as((value, strict) -> strict ? DifferenceBound.lessThan(value) : DifferenceBound.atMost(value));
        return Combinators.combine(
                        Arbitraries.integers().between(0, CLOCKS),
                        Arbitraries.integers().between(0, CLOCKS),
                        bounds)
                .as(Constraint::new)
                .filter(each -> each.left() != each.right())
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<int[]> origins() {
        return Arbitraries.integers().between(0, CLOCKS).array(int[].class).ofSize(CLOCKS);
    }

    @Provide
    Arbitrary<long[]> greatest() {
        return Arbitraries.longs().between(0, 3).array(long[].class).ofSize(CLOCKS);
    }
}
