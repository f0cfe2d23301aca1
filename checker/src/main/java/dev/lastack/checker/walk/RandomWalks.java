package dev.lastack.checker.walk;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Random runs of a transition system. In each state one of the steps that leave it is drawn, with a probability in proportion
 * to its weight. The run with a given seed and number is the same on every machine. Confined to one thread.
 */
public final class RandomWalks {

    /** An odd number near 2^64 divided by the golden ratio, so that the generators of neighbouring runs differ in every bit. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Steps steps;
    private final List<long[]> initial;
    private final StepWeight weight;

    public RandomWalks(TransitionSystem system, StepWeight weight) {
        this.steps = new Steps(system);
        this.initial = steps.initial();
        this.weight = weight;
    }

    /** Run number {@code number} of {@code seed}: it has {@code length} steps, or ends in the first state that is {@code wanted}. */
    public RandomRun run(long seed, long number, int length, StatePredicate wanted) {
        // The algorithm of Random is part of its specification, unlike that of the newer generators.
        Random random = new Random(seed + number * GOLDEN);
        long[] start = initial.get(random.nextInt(initial.size()));
        List<Trace.Step> taken = new ArrayList<>();
        long[] state = start;
        RandomRun.End end = wanted.test(state, 0) ? RandomRun.End.REACHED : RandomRun.End.LONG_ENOUGH;
        while (end != RandomRun.End.REACHED && taken.size() < length) {
            List<Trace.Step> enabled = steps.from(state);
            long total =
                    enabled.stream().mapToLong(step -> weight.of(step.action())).sum();
            if (total == 0) {
                end = RandomRun.End.STUCK;
                break;
            }
            Trace.Step step = drawn(enabled, (long) (random.nextDouble() * total));
            taken.add(step);
            state = step.target();
            end = wanted.test(state, 0) ? RandomRun.End.REACHED : end;
        }
        return new RandomRun(new Trace(start, taken, OptionalInt.empty()), end);
    }

    /** The step in whose share of the total weight {@code point} lies. */
    private Trace.Step drawn(List<Trace.Step> enabled, long point) {
        long passed = 0;
        for (Trace.Step step : enabled) {
            passed += weight.of(step.action());
            if (point < passed) {
                return step;
            }
        }
        throw new AssertionError("a point beyond the total weight was drawn: " + point);
    }
}
