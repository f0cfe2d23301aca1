package dev.lastack.scenario;

import dev.lastack.scenario.knobs.CrossChecks;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.knobs.KnobAssembly;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.knobs.Settings;
import dev.lastack.scenario.text.Names;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Collects the settings of a scenario and checks them together. */
public final class ScenarioBuilder {

    private final String name;
    private final Place place;
    private final Settings settings = new Settings();

    ScenarioBuilder(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    /**
     * Sets a knob as a scenario file would: {@code set("time-wait", "2*msl")}, {@code set("A.isn", "random")}.
     *
     * @throws ScenarioException if there is no such knob or no such value
     */
    public ScenarioBuilder set(String knob, String value) {
        return set(knob, value, place);
    }

    ScenarioBuilder set(String knob, String value, Place from) {
        settings.set(knob, value, from);
        return this;
    }

    ScenarioBuilder setAll(Settings more) {
        settings.setAll(more);
        return this;
    }

    /**
     * The scenario.
     *
     * @throws ScenarioException if the values do not fit each other, or the name has other characters than {@link Names} allows
     */
    public Scenario build() {
        Names.scenario(name, place);
        KnobAssembly assembly = new KnobAssembly(settings, place);
        EndpointKnobs a = assembly.endpoint(Host.A);
        EndpointKnobs b = assembly.endpoint(Host.B);
        Environment environment = assembly.environment();
        new CrossChecks(settings, environment, place)
                .check(Host.A, a)
                .check(Host.B, b)
                .complain();
        Optional<RealTime> realTime = assembly.scale()
                .tickNanos()
                .map(nanos -> new RealTime(
                        Duration.ofNanos(nanos),
                        assembly.scale().measured(),
                        assembly.scale().rounded()));
        Statement statement = new Statement(place, "", settings.texts(), realTime, List.of(), List.of());
        return new Scenario(name, a, b, environment, statement);
    }
}
