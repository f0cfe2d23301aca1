package dev.lastack.model.zones;

import dev.lastack.checker.zones.Location;
import dev.lastack.checker.zones.OptionalClocks;
import dev.lastack.checker.zones.TimedSystem;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.Reduction;
import dev.lastack.model.steps.InitialState;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Durations;
import java.util.List;
import java.util.function.Function;

/**
 * The transition system of a scenario in dense time. Its durations are those written, in the unit of {@link Durations}; its host
 * rules and its network are those of {@link TerminationModel}. There is no tick, and no order within an instant but one: the
 * network ranks before the 2MSL timer.
 */
public final class ZoneModel implements TimedSystem {

    private final Scenario scenario;
    private final Durations durations;
    private final TerminationModel control;

    private final ZoneFlight flight;

    private ZoneModel(Scenario scenario, Scenario control, ZoneFlight flight) {
        this.scenario = scenario;
        this.durations = scenario.durations();
        this.flight = flight;
        this.control = TerminationModel.of(control, Variant.OF_KNOBS, Reduction.OF_STATES, InstantOrder.ANY);
    }

    /**
     * The system of {@code scenario}.
     *
     * @throws dev.lastack.scenario.text.ScenarioException if it has a knob that zones do not support, see {@link ZoneScope}
     */
    public static ZoneModel of(Scenario scenario) {
        ZoneScope.require(scenario);
        return new ZoneModel(scenario, ControlScenario.of(scenario), ZoneFlight.COUNTED);
    }

    /**
     * A system that can do whatever the system of {@code scenario} can with any capacity, and more, see {@link UncountedSteps}. A
     * claim about steps that it does not violate holds of {@code scenario} with every capacity; a run that it has may not exist.
     *
     * @throws dev.lastack.scenario.text.ScenarioException as {@link #of}, but the network may be any
     */
    public static ZoneModel ofAnyCapacity(Scenario scenario) {
        ZoneScope.requireOfHosts(scenario);
        return new ZoneModel(scenario, ControlScenario.uncounted(scenario), ZoneFlight.UNCOUNTED);
    }

    /** The same whatever the network loses, duplicates and reorders: no segment has to arrive. */
    public static ZoneModel ofAnyNetwork(Scenario scenario) {
        ZoneScope.requireOfHosts(scenario);
        return new ZoneModel(scenario, ControlScenario.uncounted(scenario), ZoneFlight.UNBOUND);
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The durations that clocks are compared with, and the unit of all times. */
    public Durations durations() {
        return durations;
    }

    /** The model whose packed states, with every age 0 and every timer that runs due, are the words of locations. */
    public TerminationModel control() {
        return control;
    }

    @Override
    public long[] initial() {
        Clockwork clockwork = new Clockwork(control.setting());
        clockwork.load(InitialState.of(control.setting()), 0);
        return clockwork.control();
    }

    @Override
    public Function<long[], Location> locations() {
        return flight == ZoneFlight.COUNTED ? new ControlSteps(control.rulebook(), durations) : optionalClocks();
    }

    /**
     * The locations of a system of any capacity or network.
     *
     * @throws IllegalStateException if it is of a capacity
     */
    public OptionalClocks optionalClocks() {
        if (flight == ZoneFlight.COUNTED) {
            throw new IllegalStateException("where segments are counted none of them is optional");
        }
        return new UncountedSteps(control.rulebook(), durations, scenario.environment(), flight);
    }

    @Override
    public List<String> bounds() {
        return Bound.titles();
    }

    @Override
    public String describeAction(long[] words, int action) {
        return control.describeAction(words, action);
    }
}
