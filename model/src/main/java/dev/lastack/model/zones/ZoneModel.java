package dev.lastack.model.zones;

import dev.lastack.checker.zones.Location;
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

    private ZoneModel(Scenario scenario) {
        this.scenario = scenario;
        this.durations = scenario.durations();
        this.control = TerminationModel.of(
                ControlScenario.of(scenario), Variant.OF_KNOBS, Reduction.OF_STATES, InstantOrder.ANY);
    }

    /**
     * The system of {@code scenario}.
     *
     * @throws dev.lastack.scenario.text.ScenarioException if it has a knob that zones do not support, see {@link ZoneScope}
     */
    public static ZoneModel of(Scenario scenario) {
        ZoneScope.require(scenario);
        return new ZoneModel(scenario);
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
        return new ControlSteps(control.rulebook(), durations);
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
