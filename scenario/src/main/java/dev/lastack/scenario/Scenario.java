package dev.lastack.scenario;

import dev.lastack.scenario.knobs.Durations;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.knobs.Knobs;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.List;
import java.util.Map;

/** The whole input of a check, valid by construction: see {@link Scenarios} for the ways to get one. */
public record Scenario(String name, EndpointKnobs a, EndpointKnobs b, Environment environment, Statement statement) {

    /** Starts a scenario in which every knob has its default. */
    public static ScenarioBuilder builder(String name) {
        return new ScenarioBuilder(name, Place.of(name));
    }

    public EndpointKnobs endpoint(Host host) {
        return host == Host.A ? a : b;
    }

    /** This scenario with some knobs changed; it states no expected verdicts if that changed anything. */
    public Scenario with(Map<String, String> changes) {
        return with(changes, statement.place());
    }

    /** As {@link #with(Map)}; complaints name {@code place}. */
    public Scenario with(Map<String, String> changes, Place place) {
        ScenarioBuilder builder = new ScenarioBuilder(name, statement.place());
        statement.settings().forEach(builder::set);
        changes.forEach((knob, value) -> builder.set(knob, value, place));
        Scenario changed = builder.build();
        List<Expectation> kept = changed.sameModelAs(this) ? statement.expectations() : List.of();
        return changed.stating(statement.description(), kept, statement.formulas());
    }

    /**
     * This scenario, which has real durations, with the largest tick that divides them all, so that none is rounded.
     *
     * @throws ScenarioException if that makes a duration too many ticks
     */
    public Scenario exact() {
        return inRealTime(Map.of());
    }

    /**
     * {@link #exact} with a tick {@code parts} times as short.
     *
     * @throws ScenarioException if that makes a duration too many ticks, or is no length of a tick
     */
    public Scenario exact(int parts) {
        Scenario exact = exact();
        long nanos = exact.statement().realTime().orElseThrow().tick().toNanos();
        if (nanos % parts != 0) {
            throw new ScenarioException(
                    statement.place(), "tick: a part of " + nanos + " ns is no whole number of them");
        }
        return exact.inRealTime(Map.of(Knobs.TICK.name(), RealDurations.text(nanos / parts)));
    }

    /** The durations as written, rounded to no tick. */
    public Durations durations() {
        return Durations.of(statement.settings(), statement.realTime(), statement.place());
    }

    /** So many ticks in real time, as a scenario writes it; only where ticks have a length. */
    public String inTime(int ticks) {
        return RealDurations.text(
                ticks * statement.realTime().orElseThrow().tick().toNanos());
    }

    private Scenario inRealTime(Map<String, String> changes) {
        ScenarioBuilder builder = new ScenarioBuilder(name, statement.place());
        RealDurations.of(this).forEach(builder::set);
        changes.forEach(builder::set);
        return builder.build();
    }

    /** Whether the same verdicts are to be expected: names and statements apart, the two are equal. */
    boolean sameModelAs(Scenario other) {
        return a.equals(other.a)
                && b.equals(other.b)
                && environment.equals(other.environment)
                && statement.realTime().equals(other.statement.realTime());
    }

    Scenario stating(String description, List<Expectation> expectations, List<NamedFormula> formulas) {
        return new Scenario(name, a, b, environment, statement.stating(description, expectations, formulas));
    }
}
