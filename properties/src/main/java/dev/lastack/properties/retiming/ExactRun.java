package dev.lastack.properties.retiming;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.Trace;
import dev.lastack.model.StepView;
import dev.lastack.model.TerminationModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Follows a schedule through the model of the exact scenario, tick by tick: the proof that the run is possible. */
final class ExactRun {

    private final TerminationModel model;
    private final Expander expander;
    private final Schedule.Timed schedule;
    private final List<Trace.Step> steps = new ArrayList<>();
    private long[] state;
    private long now;

    private ExactRun(TerminationModel model, Schedule.Timed schedule) {
        this.model = model;
        this.expander = model.expander();
        this.schedule = schedule;
        List<Trace.Step> initial = new ArrayList<>();
        expander.initial(collect(initial));
        this.state = initial.get(0).target();
    }

    /** The run, or empty if the model does not have it. */
    static Optional<Trace> of(TerminationModel exact, Schedule.Timed schedule) {
        ExactRun run = new ExactRun(exact, schedule);
        long[] initial = run.state;
        return run.follow() ? Optional.of(new Trace(initial, run.steps, OptionalInt.empty())) : Optional.empty();
    }

    private boolean follow() {
        List<Happening> happenings = schedule.happenings();
        int next = 0;
        while (next < happenings.size()) {
            long instant = schedule.instants().get(next);
            while (now < instant) {
                List<String> due = now + 1 == instant ? timersFrom(next, instant) : List.of();
                if (!take(told ->
                        told.kind() == StepView.Kind.TICK && told.timers().equals(due))) {
                    return false;
                }
                now++;
                next += due.size();
            }
            if (next < happenings.size() && schedule.instants().get(next) == now) {
                Happening happening = happenings.get(next);
                if (happening.isTimer() || !take(told -> matches(told, happening.told()))) {
                    return false;
                }
                next++;
            }
        }
        return true;
    }

    /** The timers that fire in the tick to {@code instant}, which begins with happening {@code first}. */
    private List<String> timersFrom(int first, long instant) {
        List<String> timers = new ArrayList<>();
        for (int i = first; i < schedule.happenings().size(); i++) {
            Happening happening = schedule.happenings().get(i);
            if (!happening.isTimer() || schedule.instants().get(i) != instant) {
                break;
            }
            timers.add(happening.timer().orElseThrow());
        }
        return timers;
    }

    private static boolean matches(StepView told, StepView wanted) {
        return told.kind() == wanted.kind()
                && told.host().equals(wanted.host())
                && told.arrived().isPresent() == wanted.arrived().isPresent()
                && told.arrived()
                        .map(segment -> Schedule.same(segment, wanted.arrived().orElseThrow()))
                        .orElse(true)
                && told.emitted().size() == wanted.emitted().size()
                && sameEmissions(told, wanted);
    }

    private static boolean sameEmissions(StepView told, StepView wanted) {
        for (int i = 0; i < told.emitted().size(); i++) {
            if (!Schedule.same(
                    told.emitted().get(i).segment(), wanted.emitted().get(i).segment())) {
                return false;
            }
        }
        return true;
    }

    /** Takes the first step whose telling is wanted. */
    private boolean take(Predicate<StepView> wanted) {
        List<Trace.Step> choices = new ArrayList<>();
        expander.successors(state, 0, collect(choices));
        for (Trace.Step choice : choices) {
            if (wanted.test(model.tell(state, choice.action()))) {
                steps.add(choice);
                state = choice.target();
                return true;
            }
        }
        return false;
    }

    private StepSink collect(List<Trace.Step> into) {
        return new StepSink() {
            @Override
            public void step(int action, long observations, long[] words, int offset) {
                long[] target = Arrays.copyOfRange(words, offset, offset + model.words());
                into.add(new Trace.Step(action, observations, target));
            }

            @Override
            public void cut(int bound) {
                // A step that is cut is not there to be taken.
            }
        };
    }
}
