package dev.lastack.properties.simulation;

import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Trace;
import dev.lastack.checker.walk.RandomRun;
import dev.lastack.checker.walk.RandomWalks;
import dev.lastack.checker.walk.StepWeight;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.state.StateLayout;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes random runs of a model and counts what they show. */
public final class Simulation {

    private final TerminationModel model;
    private final List<Property> properties;
    private final List<ClaimTally> tallies = new ArrayList<>();
    private final Map<Host, Map<TcpState, Integer>> visits = new EnumMap<>(Host.class);
    private @Nullable RandomRun shown;
    private int runs;
    private long steps;
    private int reached;
    private int stuck;

    private Simulation(TerminationModel model, List<Claim> claims) {
        this.model = model;
        this.properties = claims.stream()
                .map(claim -> claim.property(model)
                        .orElseThrow(() -> new IllegalArgumentException(
                                claim + " is about whole runs, of which a random run is only a part")))
                .toList();
        claims.forEach(claim -> tallies.add(ClaimTally.none(claim)));
        for (Host host : Host.values()) {
            visits.put(host, new EnumMap<>(TcpState.class));
        }
    }

    /**
     * Which runs to make.
     *
     * @param length steps of each at most
     * @param wanted ends a run
     */
    public record Runs(long seed, int count, int length, StepWeight weight, StatePredicate wanted) {}

    /**
     * Makes {@code asked} runs, or fewer if {@code stop} becomes true after the first.
     *
     * @param claims about states or steps
     */
    public static SimulationResult of(TerminationModel model, List<Claim> claims, Runs asked, BooleanSupplier stop) {
        Simulation simulation = new Simulation(model, claims);
        RandomWalks walks = new RandomWalks(model, asked.weight());
        for (int number = 0; number < asked.count() && (number == 0 || !stop.getAsBoolean()); number++) {
            simulation.add(walks.run(asked.seed(), number, asked.length(), asked.wanted()));
        }
        return simulation.result();
    }

    private void add(RandomRun walk) {
        Trace run = walk.run();
        runs++;
        steps += run.steps().size();
        reached += walk.end() == RandomRun.End.REACHED ? 1 : 0;
        stuck += walk.end() == RandomRun.End.STUCK ? 1 : 0;
        shown = shown == null || betterToShow(walk, shown) ? walk : shown;
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            tallies.set(i, tallies.get(i).with(isTested(property, run), violation(property, run)));
        }
        countVisits(run);
    }

    /** The part of {@code run} up to its first violation of {@code property}. */
    private Optional<Trace> violation(Property property, Trace run) {
        OptionalInt position = property.firstViolation(run, model);
        return position.isPresent() ? Optional.of(run.upTo(position.getAsInt())) : Optional.empty();
    }

    private static boolean betterToShow(RandomRun walk, RandomRun than) {
        if (walk.end() != RandomRun.End.REACHED) {
            return false;
        }
        return than.end() != RandomRun.End.REACHED
                || walk.run().steps().size() < than.run().steps().size();
    }

    private static boolean isTested(Property property, Trace run) {
        if (property instanceof Property.StepInvariant invariant) {
            long tests = invariant.relevant() | invariant.violation();
            return run.steps().stream().anyMatch(step -> (step.observations() & tests) != 0);
        }
        return property instanceof Property.Invariant invariant
                && IntStream.rangeClosed(0, run.steps().size())
                        .anyMatch(position -> invariant.relevant().test(run.state(position), 0));
    }

    private void countVisits(Trace run) {
        visits.forEach((host, inRuns) -> {
            StateLayout.Field field = model.setting().fields(host).state;
            Set<TcpState> seen = EnumSet.noneOf(TcpState.class);
            for (int position = 0; position <= run.steps().size(); position++) {
                seen.add(TcpState.of(field.get(run.state(position))));
            }
            seen.forEach(state -> inRuns.merge(state, 1, Integer::sum));
        });
    }

    private SimulationResult result() {
        if (shown == null) {
            throw new IllegalArgumentException("no run was asked for");
        }
        return new SimulationResult(runs, steps, reached, stuck, shown, tallies, visits);
    }
}
