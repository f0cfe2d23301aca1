package dev.lastack.properties.retiming;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StepView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Follows a schedule tick by tick through the model in whose ticks it is written, which proves that the run is possible. */
final class ExactRun {

    private final TerminationModel model;
    private final Steps possible;
    private final RunSchedule.Timed schedule;
    private final List<Trace.Step> steps = new ArrayList<>();
    private long[] state;
    private long now;

    private ExactRun(TerminationModel model, RunSchedule.Timed schedule) {
        this.model = model;
        this.possible = new Steps(model);
        this.schedule = schedule;
        this.state = possible.initial().get(0);
    }

    /** The run, or empty if the model does not have it. */
    static Optional<Trace> of(TerminationModel exact, RunSchedule.Timed schedule) {
        ExactRun run = new ExactRun(exact, schedule);
        long[] initial = run.state;
        return run.follow() ? Optional.of(new Trace(initial, run.steps, OptionalInt.empty())) : Optional.empty();
    }

    private boolean follow() {
        for (int i = 0; i < schedule.happenings().size(); i++) {
            while (now < schedule.instants().get(i)) {
                if (!take(told -> told.kind() == StepView.Kind.TICK)) {
                    return false;
                }
                now++;
            }
            StepView wanted = schedule.happenings().get(i).told();
            if (!take(told -> matches(told, wanted))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(StepView told, StepView wanted) {
        return told.kind() == wanted.kind()
                && told.host().equals(wanted.host())
                && told.timers().equals(wanted.timers())
                && told.arrived().isPresent() == wanted.arrived().isPresent()
                && told.arrived()
                        .map(segment ->
                                RunSchedule.same(segment, wanted.arrived().orElseThrow()))
                        .orElse(true)
                && told.emitted().size() == wanted.emitted().size()
                && sameEmissions(told, wanted)
                && (told.kind() != StepView.Kind.LEAVE || sameLeaves(told, wanted));
    }

    private static boolean sameLeaves(StepView told, StepView wanted) {
        StepView.Expiry leaving = told.expired().get(0);
        StepView.Expiry sought = wanted.expired().get(0);
        return leaving.to() == sought.to() && RunSchedule.same(leaving.segment(), sought.segment());
    }

    private static boolean sameEmissions(StepView told, StepView wanted) {
        for (int i = 0; i < told.emitted().size(); i++) {
            if (!RunSchedule.same(
                    told.emitted().get(i).segment(), wanted.emitted().get(i).segment())) {
                return false;
            }
        }
        return true;
    }

    /** Takes the first step whose telling is wanted. */
    private boolean take(Predicate<StepView> wanted) {
        for (Trace.Step choice : possible.from(state)) {
            if (wanted.test(model.tell(state, choice.action()))) {
                steps.add(choice);
                state = choice.target();
                return true;
            }
        }
        return false;
    }
}
