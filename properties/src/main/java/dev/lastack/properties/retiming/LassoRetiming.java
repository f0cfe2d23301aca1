package dev.lastack.properties.retiming;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StepView;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Re-times a lasso of a rounded scenario to the exact durations. {@link Retiming} re-times a run that repeats the cycle several
 * times; where that run returns to a state, it is a lasso of the exact scenario, which counts if it violates the claim by the
 * definitions.
 */
public final class LassoRetiming {

    /** How often the cycle is repeated, in order of trial: one round need not bring the exact run back. */
    private static final List<Integer> ROUNDS = List.of(1, 2, 4, 8);

    /** Longer runs are not searched for lassos: each that is tried is taken step by step. */
    private static final int MOST_STEPS = 20_000;

    private static final int MOST_TRIED = 20;

    private LassoRetiming() {}

    /**
     * A lasso like {@code lasso} at the real durations.
     *
     * @param broken whether a lasso of the exact scenario breaks the claim
     */
    public static Retiming.Outcome of(TerminationModel rounded, Trace lasso, Predicate<Retiming.Exact> broken) {
        Retiming.Outcome outcome = new Retiming.Outcome(Optional.empty(), false, "");
        for (int rounds : ROUNDS) {
            outcome = Retiming.of(rounded, unrolled(lasso, rounds), exact -> closed(exact, broken));
            if (outcome.exact().isPresent()) {
                return outcome;
            }
        }
        return outcome;
    }

    private static Trace unrolled(Trace lasso, int rounds) {
        List<Trace.Step> steps = new ArrayList<>(lasso.steps());
        List<Trace.Step> cycle = lasso.steps()
                .subList(lasso.loopStart().orElseThrow(), lasso.steps().size());
        for (int round = 1; round < rounds; round++) {
            steps.addAll(cycle);
        }
        return new Trace(lasso.initial(), steps, OptionalInt.empty());
    }

    /** The lasso that breaks the claim among those that {@code exact} contains, the latest and longest cycle first. */
    private static Optional<Retiming.Exact> closed(Retiming.Exact exact, Predicate<Retiming.Exact> broken) {
        Trace run = exact.trace();
        if (run.steps().size() > MOST_STEPS) {
            return Optional.empty();
        }
        List<Trace> lassos = new ArrayList<>(
                List.of(closedAt(run, run.steps().size(), run.steps().size())));
        lassos.addAll(cycles(lettingTimePass(exact.model(), run)));
        return lassos.stream()
                .limit(MOST_TRIED)
                .map(lasso -> new Retiming.Exact(exact.scenario(), exact.model(), lasso))
                .filter(broken)
                .findFirst();
    }

    private static Trace closedAt(Trace run, int loopStart, int end) {
        return new Trace(run.initial(), run.steps().subList(0, end), OptionalInt.of(loopStart));
    }

    private static List<Trace> cycles(Trace run) {
        Map<LongBuffer, Integer> firsts = new HashMap<>();
        List<Trace> cycles = new ArrayList<>();
        for (int position = 0; position <= run.steps().size(); position++) {
            Integer first = firsts.putIfAbsent(LongBuffer.wrap(run.state(position)), position);
            if (first != null) {
                cycles.add(0, closedAt(run, first, position));
            }
        }
        return cycles;
    }

    /** The run with ticks after it in which no timer fires, until they change nothing any more. */
    private static Trace lettingTimePass(TerminationModel model, Trace run) {
        Steps possible = new Steps(model);
        List<Trace.Step> steps = new ArrayList<>(run.steps());
        long[] state = run.state(steps.size());
        while (steps.size() < MOST_STEPS) {
            Optional<Trace.Step> tick = idleTick(model, possible, state);
            if (tick.isEmpty()) {
                break;
            }
            steps.add(tick.get());
            if (Arrays.equals(state, tick.get().target())) {
                break;
            }
            state = tick.get().target();
        }
        return new Trace(run.initial(), steps, OptionalInt.empty());
    }

    private static Optional<Trace.Step> idleTick(TerminationModel model, Steps possible, long[] state) {
        return possible.from(state).stream()
                .filter(step -> model.tell(state, step.action()).kind() == StepView.Kind.TICK)
                .findFirst();
    }
}
