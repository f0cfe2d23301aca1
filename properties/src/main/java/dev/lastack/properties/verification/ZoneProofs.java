package dev.lastack.properties.verification;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.zones.HullOfZones;
import dev.lastack.checker.zones.ZoneExploration;
import dev.lastack.checker.zones.ZoneHull;
import dev.lastack.checker.zones.ZoneSearch;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.zones.ZoneModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.DecidedBy.Means;
import dev.lastack.properties.verification.DecidedBy.Networks;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is proved in dense time of systems that do not count the segments in flight. Such a system can do more than the scenario, so
 * what it violates is left open.
 *
 * @param proved ids of claims that no run violates
 * @param tested ids of those that a run may put to the test
 * @param decidedBy for which networks
 */
record ZoneProofs(Set<String> proved, Set<String> tested, DecidedBy decidedBy) {

    /** Nothing is proved. */
    static final ZoneProofs NONE =
            new ZoneProofs(Set.of(), Set.of(), new DecidedBy(Means.ZONES, Networks.OWN, List.of(), 0));

    /** The proofs that have been met take fewer than 200; with random numbers a core has dozens of clocks. */
    private static final long MOST_HULL_STEPS = 400;

    /** Beyond, the memory is better spent on a greater capacity. */
    private static final long MOST_ZONES = 100_000;

    /** Proofs for any network at all: cheap, because no segment has to arrive. */
    static ZoneProofs ofAnyNetwork(Scenario scenario, List<StepInvariant> claims, Limits limits) {
        ZoneModel model = ZoneModel.ofAnyNetwork(scenario);
        HullOfZones hull = new ZoneHull(model, model.optionalClocks(), claims, atMost(limits, MOST_HULL_STEPS)).run();
        return of(hull.proved(), hull.tested(), hull.cuts(), Networks.ANY);
    }

    /** Proofs for any capacity of the network of a scenario; its segments have to arrive or be lost. */
    static ZoneProofs ofAnyCapacity(ZoneModel model, List<StepInvariant> claims, Limits limits, Progress progress) {
        ZoneExploration seen = new ZoneSearch(model, claims, atMost(limits, MOST_ZONES), progress).run();
        Set<String> proved = new TreeSet<>();
        Set<String> tested = new TreeSet<>();
        seen.answers().forEach((claim, answer) -> {
            if (seen.stopped().isEmpty() && answer.violation().isEmpty()) {
                proved.add(claim);
            }
            if (answer.tested()) {
                tested.add(claim);
            }
        });
        Set<String> cuts = seen.cuts().entrySet().stream()
                .filter(cut -> cut.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return of(proved, tested, cuts, Networks.ANY_CAPACITY);
    }

    /** Where there was no room for a segment that may be in flight, nothing is proved. */
    private static ZoneProofs of(Set<String> proved, Set<String> tested, Set<String> cuts, Networks networks) {
        boolean full = cuts.contains(Bound.titles().get(Bound.CAPACITY.index()));
        return new ZoneProofs(
                full ? Set.of() : proved,
                tested,
                new DecidedBy(Means.ZONES, networks, List.copyOf(new TreeSet<>(cuts)), 0));
    }

    private static Limits atMost(Limits limits, long most) {
        return limits.withMaxStates(Math.min(limits.maxStates(), most));
    }

    boolean proves(Claim claim) {
        return proves(claim.id());
    }

    boolean proves(String claim) {
        return proved.contains(claim);
    }

    boolean mayTest(Claim claim) {
        return tested.contains(claim.id());
    }
}
