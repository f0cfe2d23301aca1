package dev.lastack.properties.retiming;

import dev.lastack.checker.Trace;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.EndpointKnobs;
import dev.lastack.scenario.Host;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes a run of a rounded scenario again at the durations that were rounded. */
public final class Retiming {

    /** Longer runs are not followed: a tick of the exact scenario may be a small part of the rounded one. */
    private static final long MOST_TICKS = 2_000_000;

    private Retiming() {}

    /** What came of it: the run at real durations, with its model, or why there is none. */
    public record Outcome(Optional<Exact> exact, String why) {}

    /** A run of the model whose ticks divide every duration. */
    public record Exact(Scenario scenario, TerminationModel model, Trace trace) {}

    /**
     * The run with the same things happening in the same order at the real durations.
     *
     * @param evidence the exact run, or what there is of it that breaks the claim as the rounded one does
     */
    public static Outcome of(TerminationModel rounded, Trace trace, Function<Exact, Optional<Exact>> evidence) {
        Scenario exact;
        try {
            exact = rounded.scenario().exact();
        } catch (ScenarioException e) {
            return failure("the real durations have no common tick that can be followed: " + e.getMessage());
        }
        Optional<String> clock = unscheduled(exact);
        if (clock.isPresent()) {
            return failure("runs with " + clock.get() + " are not re-timed");
        }
        List<Schedule.Timed> schedules = Schedule.of(rounded, trace, exact);
        if (schedules.isEmpty()) {
            return failure("the run found exists only because durations were rounded");
        }
        List<Long> instants = schedules.get(0).instants();
        if (!instants.isEmpty() && instants.get(instants.size() - 1) > MOST_TICKS) {
            return failure("at real durations the run found takes more than " + MOST_TICKS + " ticks");
        }
        TerminationModel model = TerminationModel.of(exact, rounded.variant());
        return schedules.stream()
                .flatMap(schedule -> ExactRun.of(model, schedule).stream())
                .flatMap(run -> evidence.apply(new Exact(exact, model, run)).stream())
                .findFirst()
                .map(found -> new Outcome(Optional.of(found), ""))
                .orElseGet(() -> failure("durations were rounded, and at the real ones the run found breaks nothing"));
    }

    private static Outcome failure(String why) {
        return new Outcome(Optional.empty(), why);
    }

    /** Clocks that the schedule has no bounds for. */
    private static Optional<String> unscheduled(Scenario exact) {
        for (Host host : Host.values()) {
            EndpointKnobs knobs = exact.endpoint(host);
            if (knobs.isn() == EndpointKnobs.Isn.CLOCK) {
                return Optional.of("isn: clock");
            }
            if (knobs.keepAlive() != EndpointKnobs.OFF) {
                return Optional.of("keep-alive");
            }
        }
        return Optional.empty();
    }
}
