package dev.lastack.checker.zones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Explores a timed system region by region (Alur and Dill 1994), without zones: the oracle of the tests. Guards must not compare
 * clocks with each other.
 */
final class RegionSearch {

    private final Function<long[], Location> locations;
    private final long greatest;

    /** For each fact that a step can show, by how many steps it takes at least. */
    private final Map<Long, Integer> depths = new HashMap<>();

    private RegionSearch(TimedSystem system, long greatest) {
        this.locations = system.locations();
        this.greatest = greatest;
    }

    /** By observations, the fewest steps to an edge that has them. No constant of the system exceeds {@code greatest}. */
    static Map<Long, Integer> depths(TimedSystem system, long greatest) {
        RegionSearch search = new RegionSearch(system, greatest);
        long[] initial = system.initial();
        int clocks = search.locations.apply(initial).clocks();
        Set<State> seen = new HashSet<>();
        List<State> level = List.of(new State(list(initial), new Region(fill(clocks), fill(clocks))));
        for (int depth = 1; !level.isEmpty(); depth++) {
            List<State> next = new ArrayList<>();
            for (State state : level) {
                search.expand(state, depth, seen, next);
            }
            level = next;
        }
        return search.depths;
    }

    private static List<Integer> fill(int clocks) {
        return new ArrayList<>(Collections.nCopies(clocks, 0));
    }

    private record State(List<Long> words, Region region) {}

    /** Whole parts, one more than the greatest constant for all above it, and ranks of the fractions; rank 0 is none. */
    record Region(List<Integer> whole, List<Integer> rank) {}

    private static List<Long> list(long[] words) {
        return Arrays.stream(words).boxed().toList();
    }

    /** All that follows {@code state} at this instant and later without a step, and the steps from there. */
    private void expand(State state, int depth, Set<State> seen, List<State> next) {
        Location location =
                locations.apply(state.words.stream().mapToLong(Long::longValue).toArray());
        for (State now = state; isWithin(location, now.region) && seen.add(now); now = later(now)) {
            for (Edge edge : location.edges()) {
                if (isAllowed(edge, now.region)) {
                    depths.merge(edge.observations(), depth, Math::min);
                    next.add(new State(list(edge.target()), mapped(now.region, edge.origins())));
                }
            }
        }
    }

    private boolean isWithin(Location location, Region region) {
        for (int clock = 1; clock <= location.clocks(); clock++) {
            if (location.ceilings()[clock - 1] != DifferenceBound.NONE
                    && !satisfies(region, new Constraint(clock, 0, location.ceilings()[clock - 1]))) {
                return false;
            }
        }
        return true;
    }

    private boolean isAllowed(Edge edge, Region region) {
        return Arrays.stream(edge.guard()).allMatch(guard -> satisfies(region, guard));
    }

    private boolean satisfies(Region region, Constraint constraint) {
        boolean upper = constraint.right() == 0;
        int clock = (upper ? constraint.left() : constraint.right()) - 1;
        int whole = region.whole.get(clock);
        boolean fraction = region.rank.get(clock) > 0 || whole > greatest;
        long bound = DifferenceBound.value(constraint.bound()) * (upper ? 1 : -1);
        boolean strict = DifferenceBound.isStrict(constraint.bound());
        if (upper) {
            return whole < bound || (whole == bound && !fraction && !strict);
        }
        return whole > bound || (whole == bound && (fraction || !strict));
    }

    private State later(State state) {
        List<Integer> whole = new ArrayList<>(state.region.whole);
        List<Integer> rank = new ArrayList<>(state.region.rank);
        boolean onWhole = false;
        int last = 0;
        for (int i = 0; i < whole.size(); i++) {
            if (whole.get(i) <= greatest) {
                onWhole |= rank.get(i) == 0;
                last = Math.max(last, rank.get(i));
            }
        }
        for (int i = 0; i < whole.size(); i++) {
            if (whole.get(i) > greatest) {
                continue;
            }
            if (onWhole) {
                rank.set(i, rank.get(i) + 1);
            } else if (rank.get(i) == last) {
                whole.set(i, whole.get(i) + 1);
                rank.set(i, 0);
            }
        }
        return new State(state.words, canonical(whole, rank, greatest));
    }

    private Region mapped(Region region, int[] origins) {
        List<Integer> whole = new ArrayList<>();
        List<Integer> rank = new ArrayList<>();
        for (int origin : origins) {
            whole.add(origin == 0 ? 0 : region.whole.get(origin - 1));
            rank.add(origin == 0 ? 0 : region.rank.get(origin - 1));
        }
        return canonical(whole, rank, greatest);
    }

    private static Region canonical(List<Integer> whole, List<Integer> rank, long... greatest) {
        for (int i = 0; i < whole.size(); i++) {
            long most = greatest[Math.min(i, greatest.length - 1)];
            if (whole.get(i) > most || (whole.get(i) == most && rank.get(i) > 0)) {
                whole.set(i, (int) most + 1);
                rank.set(i, 0);
            }
        }
        List<Integer> used =
                rank.stream().filter(each -> each > 0).distinct().sorted().toList();
        rank.replaceAll(each -> each == 0 ? 0 : used.indexOf(each) + 1);
        return new Region(whole, rank);
    }

    /** The region of a point that is given in parts of the unit. */
    static Region region(int[] point, int parts, long[] greatest) {
        List<Integer> whole = new ArrayList<>();
        List<Integer> rank = new ArrayList<>();
        for (int value : point) {
            whole.add(value / parts);
            rank.add(value % parts);
        }
        return canonical(whole, rank, greatest);
    }
}
