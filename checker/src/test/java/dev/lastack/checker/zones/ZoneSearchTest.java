package dev.lastack.checker.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The search of zones against one region by region, on random small systems. */
class ZoneSearchTest {

    private static final int FACTS = 12;

    @Property(tries = 1000)
    void aFactIsFoundInAsManyStepsAsRegionByRegion(@ForAll long seed) {
        RandomTimedSystem system = new RandomTimedSystem(seed);
        Map<Long, Integer> found = new HashMap<>();
        explore(system, 1)
                .answers()
                .forEach((name, answer) -> answer.violation()
                        .ifPresent(run ->
                                found.put(Long.parseLong(name), run.path().length())));
        assertThat(found.keySet())
                .isEqualTo(
                        RegionSearch.depths(system, RandomTimedSystem.GREATEST).keySet());
        // A longer run may be preferred to one that needs a tie.
        RegionSearch.depths(system, RandomTimedSystem.GREATEST)
                .forEach((fact, depth) -> assertThat(found.get(fact)).isGreaterThanOrEqualTo(depth));
        ties(system).forEach((fact, depth) -> assertThat(found).containsEntry(fact, depth));
    }

    @Property(tries = 500)
    void forgettingHowMuchAClockShowsAtMostLosesAndAddsNoFact(@ForAll long seed) {
        RandomTimedSystem system = RandomTimedSystem.onlyFromAbove(seed);
        Map<Long, Integer> found = new HashMap<>();
        explore(system, 1)
                .answers()
                .forEach((name, answer) -> answer.violation().ifPresent(run -> found.put(Long.parseLong(name), 0)));
        assertThat(found.keySet())
                .isEqualTo(
                        RegionSearch.depths(system, RandomTimedSystem.GREATEST).keySet());
    }

    @Example
    void aLowerBoundOnAClockThatIsBoundedOnlyFromAboveIsRefused() {
        Edge edge = Edge.taken(0, 0, new Constraint[] {Constraint.atLeast(1, 2)}, new long[] {0}, new int[] {1});
        long[] ceilings = {DifferenceBound.atMost(3)};
        long[] greatest = {Location.ONLY_FROM_ABOVE};
        assertThatThrownBy(() -> Location.lasting(new long[] {0}, ceilings, greatest, List.of(edge)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x0 - x1 <= -2");
    }

    /** The depths of facts whose first run is apart or whose every run is a tie. */
    private static Map<Long, Integer> ties(RandomTimedSystem system) {
        Map<Long, Integer> depths = RegionSearch.depths(system, RandomTimedSystem.GREATEST);
        explore(system, 1)
                .answers()
                .forEach((name, answer) -> answer.violation()
                        .filter(TimedRun::apart)
                        .filter(run -> run.path().length() > depths.getOrDefault(Long.parseLong(name), 0))
                        .ifPresent(run -> depths.remove(Long.parseLong(name))));
        return depths;
    }

    @Property(tries = 300)
    void runsKeepEveryGuardAndCeiling(@ForAll long seed) {
        RandomTimedSystem system = new RandomTimedSystem(seed);
        explore(system, 1)
                .answers()
                .values()
                .forEach(answer -> answer.violation().ifPresent(ZoneSearchTest::follow));
    }

    private static void follow(TimedRun run) {
        long[] clocks = new long[run.path().locations().get(0).clocks()];
        long now = 0;
        for (int step = 0; step < run.times().length; step++) {
            Location location = run.path().locations().get(step);
            Edge edge = run.path().edges().get(step);
            long passed = run.times()[step] - now;
            now = run.times()[step];
            assertThat(passed).isGreaterThanOrEqualTo(0);
            assertThat(Arrays.equals(
                            location.words(),
                            step == 0
                                    ? location.words()
                                    : run.path().edges().get(step - 1).target()))
                    .isTrue();
            for (int i = 0; i < clocks.length; i++) {
                clocks[i] += passed;
                assertThat(keeps(clocks, new Constraint(i + 1, 0, location.ceilings()[i]), run.parts()))
                        .isTrue();
            }
            long[] values = clocks;
            assertThat(edge.guard()).allMatch(guard -> keeps(values, guard, run.parts()));
            clocks = Arrays.stream(edge.origins())
                    .mapToLong(origin -> origin == 0 ? 0 : values[origin - 1])
                    .toArray();
        }
    }

    private static boolean keeps(long[] clocks, Constraint constraint, int parts) {
        if (constraint.bound() == DifferenceBound.NONE) {
            return true;
        }
        long left = constraint.left() == 0 ? 0 : clocks[constraint.left() - 1];
        long right = constraint.right() == 0 ? 0 : clocks[constraint.right() - 1];
        long most = DifferenceBound.value(constraint.bound()) * parts;
        return DifferenceBound.isStrict(constraint.bound()) ? left - right < most : left - right <= most;
    }

    @Property(tries = 50)
    void theNumberOfWorkersMakesNoDifference(@ForAll long seed) {
        RandomTimedSystem system = new RandomTimedSystem(seed);
        assertThat(told(explore(system, 4))).isEqualTo(told(explore(system, 1)));
    }

    private static String told(ZoneExploration exploration) {
        return exploration.zones() + " " + exploration.locations() + " " + exploration.generated() + " "
                + exploration.levels() + " " + exploration.answers();
    }

    @Example
    void aRunThatNeedsATieIsMarked() {
        // The second clock has to reach 2, its ceiling; that the first, which started with it, shows 2 as well is a
        // tie.
        Constraint[] pinned = {Constraint.atLeast(2, 2)};
        Constraint[] both = {Constraint.atLeast(1, 2), Constraint.atLeast(2, 2)};
        TimedSystem system = single(
                new long[] {DifferenceBound.atMost(3), DifferenceBound.atMost(2)},
                Edge.taken(0, 1, pinned, new long[] {0}, new int[] {1, 2}),
                Edge.taken(1, 2, both, new long[] {0}, new int[] {1, 2}));
        Map<String, ZoneAnswer> answers = explore(system, 1).answers();
        assertThat(Objects.requireNonNull(answers.get("1")).violation().map(TimedRun::apart))
                .contains(true);
        assertThat(Objects.requireNonNull(answers.get("2")).violation().map(TimedRun::apart))
                .contains(false);
    }

    @Example
    void aCutCountsOnlyWhereItsGuardCanBeMet() {
        long[] ceilings = {DifferenceBound.atMost(2)};
        ZoneExploration met = explore(single(ceilings, Edge.cut(0, new Constraint[] {Constraint.atLeast(1, 2)}, 0)), 1);
        ZoneExploration unmet =
                explore(single(ceilings, Edge.cut(0, new Constraint[] {Constraint.atLeast(1, 3)}, 0)), 1);
        assertThat(met.isCut()).isTrue();
        assertThat(unmet.isCut()).isFalse();
    }

    @Example
    void aLimitEndsTheSearch() {
        TimedSystem system = single(
                new long[] {DifferenceBound.atMost(100)},
                Edge.taken(0, 0, new Constraint[] {Constraint.atMost(1, 1)}, new long[] {0}, new int[] {1}));
        assertThat(new ZoneSearch(system, properties(), Limits.none().withMaxStates(0), Progress.NONE)
                        .run()
                        .stopped())
                .isEmpty();
        RandomTimedSystem endless = new RandomTimedSystem(1);
        Optional<String> stopped = new ZoneSearch(
                        endless, List.of(), Limits.none().withMaxStates(1), Progress.NONE)
                .run()
                .stopped();
        assertThat(stopped).contains("the limit of 1 zones was exceeded");
    }

    @Example
    void aGuardThatComparesExtrapolatedClocksIsRefused() {
        Edge diagonal = Edge.taken(
                0, 0, new Constraint[] {new Constraint(1, 2, DifferenceBound.ZERO)}, new long[] {0}, new int[] {1, 2});
        long[] none = {DifferenceBound.NONE, DifferenceBound.NONE};
        assertThatThrownBy(() -> Location.lasting(new long[] {0}, none, new long[] {1, 1}, List.of(diagonal)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x1 - x2 <= 0");
    }

    private static ZoneExploration explore(TimedSystem system, int workers) {
        return new ZoneSearch(system, properties(), Limits.none().withWorkers(workers), Progress.NONE).run();
    }

    private static List<StepInvariant> properties() {
        return LongStream.range(0, FACTS)
                .map(fact -> 1L << fact)
                .mapToObj(fact -> new StepInvariant(Long.toString(fact), fact, fact))
                .toList();
    }

    /** A system of one location. */
    private static TimedSystem single(long[] ceilings, Edge... edges) {
        long[] exact = new long[ceilings.length];
        Arrays.fill(exact, DifferenceBound.NONE);
        Location location = Location.lasting(new long[] {0}, ceilings, exact, List.of(edges));
        return new TimedSystem() {
            @Override
            public long[] initial() {
                return new long[] {0};
            }

            @Override
            public Function<long[], Location> locations() {
                return words -> location;
            }

            @Override
            public List<String> bounds() {
                return List.of("first");
            }

            @Override
            public String describeAction(long[] words, int action) {
                return "edge " + action;
            }
        };
    }
}
