package dev.lastack.properties.retiming;

import dev.lastack.checker.Trace;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.text.ScenarioException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Re-times a run of a rounded scenario to the exact durations. */
public final class Retiming {

    /** Longer runs are not followed: a tick of the exact scenario may be a small part of the rounded one. */
    public static final long MOST_TICKS = 2_000_000;

    private static final long NANOS_PER_MICROSECOND = 1_000;

    /** Among so many times the parts needed there is a number that divides a decimal length. */
    private static final int MOST_PARTS_PER_NEEDED = 16;

    private static final String TIE = "the run found exists only where two things happen at once";

    private Retiming() {}

    /**
     * What came of it: the run at real durations, with its model, or why there is none.
     *
     * @param tie the run exists, but only where two things happen at the same instant
     */
    public record Outcome(Optional<Exact> exact, boolean tie, String why) {}

    /** A run of the model whose ticks divide every duration. */
    public record Exact(Scenario scenario, TerminationModel model, Trace trace) {}

    /**
     * The run with the same things happening in the same order at the real durations, no two of them at the same instant. The
     * tick is the longest in which that can be told, so that they lie as far apart as can be.
     *
     * @param evidence the exact run, or what there is of it that breaks the claim as the rounded one does
     */
    public static Outcome of(TerminationModel rounded, Trace trace, Function<Exact, Optional<Exact>> evidence) {
        return of(rounded, trace, rounded.scenario(), evidence);
    }

    /** The same at the real durations of {@code real}, a scenario of which that of {@code rounded} differs by rounding. */
    public static Outcome of(
            TerminationModel rounded, Trace trace, Scenario real, Function<Exact, Optional<Exact>> evidence) {
        Scenario exact;
        try {
            exact = real.exact();
        } catch (ScenarioException e) {
            return failure("the real durations have no common tick that can be followed: " + e.getMessage());
        }
        if (hasClock(exact)) {
            return failure("runs with isn: clock are not re-timed");
        }
        // What the run shows may be a segment that it leaves under way: each in turn has to be there at its end.
        Outcome outcome = of(rounded, exact, RunSchedule.of(rounded, trace, exact), evidence);
        boolean tie = outcome.tie();
        for (int left = 0; outcome.exact().isEmpty() && left < RunSchedule.leftUnderWay(rounded, trace); left++) {
            RunSchedule schedule = RunSchedule.of(rounded, trace, exact);
            schedule.keepUnderWay(left);
            outcome = of(rounded, exact, schedule, evidence);
            tie |= outcome.tie();
        }
        return outcome.exact().isPresent() || !tie ? outcome : new Outcome(Optional.empty(), true, TIE);
    }

    private static Outcome of(
            TerminationModel rounded, Scenario exact, RunSchedule schedule, Function<Exact, Optional<Exact>> evidence) {
        OptionalInt fewest = schedule.parts();
        if (fewest.isEmpty()) {
            return schedule.isPossible()
                    ? new Outcome(Optional.empty(), true, TIE)
                    : failure("the run found exists only because durations were rounded");
        }
        return inParts(rounded, exact, schedule, fewest.getAsInt(), evidence);
    }

    private static Outcome inParts(
            TerminationModel rounded,
            Scenario exact,
            RunSchedule schedule,
            int fewest,
            Function<Exact, Optional<Exact>> evidence) {
        OptionalInt parts = dividing(exact, fewest);
        if (parts.isEmpty()) {
            return failure("the run found needs a tick shorter than can be written");
        }
        List<RunSchedule.Timed> schedules = schedule.in(parts.getAsInt());
        List<Long> instants = schedules.get(0).instants();
        if (!instants.isEmpty() && instants.get(instants.size() - 1) > MOST_TICKS) {
            return failure("at real durations the run found takes more than " + MOST_TICKS + " ticks");
        }
        Scenario fine;
        try {
            fine = exact.exact(parts.getAsInt());
        } catch (ScenarioException e) {
            return failure("the real durations have no common tick that can be followed: " + e.getMessage());
        }
        TerminationModel model = TerminationModel.of(fine, rounded.variant());
        return schedules.stream()
                .flatMap(timed -> ExactRun.of(model, timed).stream())
                .flatMap(run -> evidence.apply(new Exact(fine, model, run)).stream())
                .findFirst()
                .map(found -> new Outcome(Optional.of(found), false, ""))
                .orElseGet(() -> failure("re-timed at the real durations, the run found breaks nothing"));
    }

    /** The fewest parts, {@code fewest} or more, that make a tick of {@code exact} whole microseconds each. */
    private static OptionalInt dividing(Scenario exact, int fewest) {
        long micros = exact.statement().realTime().orElseThrow().tick().toNanos() / NANOS_PER_MICROSECOND;
        return IntStream.rangeClosed(fewest, MOST_PARTS_PER_NEEDED * fewest)
                .filter(parts -> micros % parts == 0)
                .findFirst();
    }

    private static Outcome failure(String why) {
        return new Outcome(Optional.empty(), false, why);
    }

    /** A clock that counts ticks has no equal in other ticks. */
    private static boolean hasClock(Scenario exact) {
        return exact.a().numbers().isn() == EndpointKnobs.Isn.CLOCK
                || exact.b().numbers().isn() == EndpointKnobs.Isn.CLOCK;
    }
}
