package dev.lastack.checker.zones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The joined zones against a search region by region, and clocks that fade. */
class ZoneHullTest {

    private static final List<StepInvariant> FACTS = LongStream.range(0, 12)
            .mapToObj(fact -> new StepInvariant(Long.toString(1L << fact), 1L << fact, 1L << fact))
            .toList();

    @Property(tries = 500)
    void whatIsReachableIsNeverProvedImpossible(@ForAll long seed) {
        RandomTimedSystem system = RandomTimedSystem.onlyFromAbove(seed);
        Set<String> reachable = RegionSearch.depths(system, RandomTimedSystem.GREATEST).keySet().stream()
                .map(fact -> Long.toString(fact))
                .collect(Collectors.toSet());
        assertThat(reachable).noneMatch(hull(system).proved()::contains);
    }

    @Property(tries = 200)
    void withoutJoinsItProvesWhatTheSearchDoes(@ForAll long seed) {
        RandomTimedSystem system = RandomTimedSystem.onlyFromAbove(seed);
        ZoneExploration search = new ZoneSearch(system, FACTS, Limits.none().withWorkers(1), Progress.NONE).run();
        if (search.zones() == search.locations()) {
            List<String> unreached = new ArrayList<>();
            search.answers().forEach((fact, answer) -> {
                if (answer.violation().isEmpty()) {
                    unreached.add(fact);
                }
            });
            assertThat(hull(system).proved()).containsAll(unreached);
        }
    }

    /** Some runs bring one optional clock, some the other, and none both. The join has both. */
    @Example
    void optionalClocksOfAllRunsAreJoined() {
        HullOfZones hull = hull(new Optional2());
        assertThat(hull.cores()).isEqualTo(1);
        assertThat(hull.proved()).contains("16").doesNotContain("1", "2", "4", "8");
    }

    @Example
    void theSearchReachesNoLocationWithBoth() {
        ZoneExploration search =
                new ZoneSearch(new Optional2(), FACTS, Limits.none().withWorkers(1), Progress.NONE).run();
        assertThat(search.locations()).isEqualTo(3);
        assertThat(search.answers().values().stream()
                        .filter(answer -> answer.violation().isPresent()))
                .hasSize(5);
    }

    @Example
    void aClockThatHasFadedIsLeftOut() {
        long[] zone = Zone.zero(2);
        Zone.elapse(zone, 3);
        Fading fading = new Fading(1, 7, DifferenceBound.atMost(1), new long[] {5});
        assertThat(fading.isOver(zone, 3)).isFalse();
        assertThat(Zone.constrain(zone, 3, 0, 1, DifferenceBound.lessThan(-1))).isTrue();
        assertThat(fading.isOver(zone, 3)).isTrue();
        assertThat(fading.without(zone, 3)).hasSize(4);
        Edge edge = fading.without(Edge.taken(3, 1, new Constraint[0], new long[] {4}, new int[] {2, 1}));
        assertThat(edge.target()).containsExactly(5);
        assertThat(edge.origins()).containsExactly(1);
    }

    private static HullOfZones hull(TimedSystem system) {
        OptionalClocks locations = system instanceof Optional2 two ? two.locations() : new None(system.locations());
        return new ZoneHull(system, locations, FACTS, Limits.none()).run();
    }

    /** No clock is optional. */
    private record None(Function<long[], Location> locations) implements OptionalClocks {
        @Override
        public Location apply(long[] words) {
            return locations.apply(words);
        }

        @Override
        public long[] core(long[] words) {
            return words;
        }

        @Override
        public long[] with(long[] core, long[] ids) {
            return core;
        }
    }

    /**
     * One clock that stays, of at most 2, and two optional ones, of which either starts with it; they fade beyond 1. The words are
     * the set of optional clocks.
     */
    private static final class Optional2 implements TimedSystem, OptionalClocks {

        private static final long[] NONE = {0};

        @Override
        public long[] initial() {
            return NONE;
        }

        @Override
        public OptionalClocks locations() {
            return this;
        }

        @Override
        public List<String> bounds() {
            return List.of();
        }

        @Override
        public String describeAction(long[] words, int action) {
            return "edge " + action;
        }

        @Override
        public long[] core(long[] words) {
            return NONE;
        }

        @Override
        public long[] with(long[] core, long[] ids) {
            return new long[] {LongStream.of(ids).sum()};
        }

        @Override
        public Location apply(long[] words) {
            int optional = Long.bitCount(words[0]);
            List<Edge> edges = new ArrayList<>();
            if (optional == 0) {
                Constraint[] start = {Constraint.atMost(1, 0)};
                edges.add(Edge.taken(0, 1, start, new long[] {1}, new int[] {1, 0}));
                edges.add(Edge.taken(1, 2, start, new long[] {2}, new int[] {1, 0}));
            }
            int[] same = IntStream.rangeClosed(1, 1 + optional).toArray();
            int[] again = same.clone();
            again[0] = 0;
            edges.add(Edge.taken(2, 32, new Constraint[] {Constraint.atLeast(1, 2)}, words, again));
            edges.add(Edge.taken(3, 16, new Constraint[] {Constraint.atLeast(1, 3)}, words, same));
            List<Fading> fadings = new ArrayList<>();
            int clock = 2;
            for (long id = 1; id <= 2; id++) {
                if ((words[0] & id) != 0) {
                    Constraint[] young = {Constraint.atMost(clock, 1)};
                    edges.add(Edge.taken((int) (3 + id), 4 * id, young, words, same));
                    fadings.add(new Fading(clock, id, DifferenceBound.atMost(1), new long[] {words[0] - id}));
                    clock++;
                }
            }
            long[] ceilings = new long[1 + optional];
            long[] greatest = new long[1 + optional];
            Arrays.fill(ceilings, DifferenceBound.NONE);
            Arrays.fill(greatest, Location.ONLY_FROM_ABOVE);
            ceilings[0] = DifferenceBound.atMost(2);
            greatest[0] = DifferenceBound.NONE;
            return new Location(words, ceilings, greatest, fadings, edges);
        }
    }
}
