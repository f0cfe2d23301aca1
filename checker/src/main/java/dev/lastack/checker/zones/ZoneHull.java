package dev.lastack.checker.zones;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Property.StepInvariant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves step invariants of a timed system: for each core, see {@link OptionalClocks}, the least zone, closed under steps, that
 * holds every reachable one, with every optional clock that any of them has. What is impossible in these zones is impossible; what
 * is possible in them may be so only because they are joined.
 *
 * <p>The zones are the least fixed point of a monotone operator, so they do not depend on the order in which steps are taken.
 */
public final class ZoneHull {

    private final TimedSystem system;
    private final OptionalClocks locations;
    private final List<StepInvariant> properties;
    private final Limits limits;
    private final ReachedLocations places = new ReachedLocations();
    private final Map<List<Long>, Joined> known = new HashMap<>();
    private final Deque<Joined> changed = new ArrayDeque<>();
    private final Set<String> cuts = new TreeSet<>();
    private long observed;
    private long steps;

    /** {@code locations} are those of {@code system}; {@code limits} count expansions of a core as states. */
    public ZoneHull(TimedSystem system, OptionalClocks locations, List<StepInvariant> properties, Limits limits) {
        this.system = system;
        this.locations = locations;
        this.properties = List.copyOf(properties);
        this.limits = limits;
    }

    /** Joins until nothing changes, a limit is reached, or nothing can be proved any more. */
    public HullOfZones run() {
        long start = System.nanoTime();
        Location first = location(system.initial());
        enter(first, Zone.zero(first.clocks()));
        Optional<String> stopped = Optional.empty();
        while (!changed.isEmpty() && stopped.isEmpty() && isAnythingLeft()) {
            step(changed.removeFirst());
            steps++;
            stopped = stop(start);
        }
        Set<String> proved = new TreeSet<>();
        Set<String> tested = new TreeSet<>();
        for (StepInvariant property : properties) {
            if (stopped.isEmpty() && !property.isViolatedBy(observed)) {
                proved.add(property.name());
            }
            if (stopped.isPresent() || (observed & (property.relevant() | property.violation())) != 0) {
                tested.add(property.name());
            }
        }
        return new HullOfZones(known.size(), steps, proved, tested, cuts, stopped, (System.nanoTime() - start) / 1e9);
    }

    private boolean isAnythingLeft() {
        return properties.stream().anyMatch(property -> !property.isViolatedBy(observed));
    }

    private Optional<String> stop(long start) {
        if (steps > limits.maxStates()) {
            return Optional.of("the limit of " + limits.maxStates() + " zones was exceeded");
        }
        return System.nanoTime() - start > limits.timeout().toNanos()
                ? Optional.of("the time limit was reached")
                : Optional.empty();
    }

    private void step(Joined source) {
        source.queued = false;
        int size = source.location.clocks() + 1;
        for (Edge edge : source.location.edges()) {
            long[] zone = source.zone.clone();
            if (Zone.constrain(zone, size, edge.guard())) {
                observed |= edge.observations();
                if (edge.isTaken()) {
                    enter(location(edge.target()), Zone.mapped(zone, size, edge.origins()));
                } else {
                    cuts.add(system.bounds().get(edge.cut()));
                }
            }
        }
    }

    private Location location(long[] words) {
        return places.of(words, locations).location();
    }

    private void enter(Location location, long[] zone) {
        int size = location.clocks() + 1;
        for (Fading fading : location.fadings()) {
            if (fading.isOver(zone, size)) {
                enter(location(fading.target()), fading.without(zone, size));
                return;
            }
        }
        if (!ZoneExpansion.settle(zone, location)) {
            return;
        }
        List<Long> core = boxed(locations.core(location.words()));
        Joined joined = known.get(core);
        if (joined == null) {
            joined = new Joined(location, zone);
            known.put(core, joined);
        } else if (!joined.join(location, zone)) {
            return;
        }
        if (!joined.queued) {
            joined.queued = true;
            changed.add(joined);
        }
    }

    private static List<Long> boxed(long[] words) {
        List<Long> boxed = new ArrayList<>();
        for (long word : words) {
            boxed.add(word);
        }
        return boxed;
    }

    /** The zone of a core so far. */
    private final class Joined {

        private Location location;
        private long[] zone;
        private boolean queued;

        Joined(Location location, long[] zone) {
            this.location = location;
            this.zone = zone;
        }

        /** Makes the zone the least that holds {@code more} too; returns whether it has changed. */
        boolean join(Location other, long[] more) {
            ClockNames here = new ClockNames(location);
            ClockNames there = new ClockNames(other);
            long[] ids = here.idsWith(there);
            boolean same = ids.length == location.fadings().size();
            Location union = same ? location : location(locations.with(locations.core(location.words()), ids));
            long[] joined = ZoneJoin.of(new ClockNames(union), here, zone, there, more);
            if (same && Arrays.equals(joined, zone)) {
                return false;
            }
            location = union;
            zone = joined;
            return true;
        }
    }
}
