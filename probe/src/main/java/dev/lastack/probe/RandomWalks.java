package dev.lastack.probe;

import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.host.MeasuredHost;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.walk.Divergence;
import dev.lastack.probe.walk.Exploration;
import dev.lastack.probe.walk.ObservedWalk;
import dev.lastack.probe.walk.WalkComparison;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The random walks of a measurement, the same ones each time. */
final class RandomWalks {

    private static final long SEED = 1;
    private static final int LENGTH = 8;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private RandomWalks() {}

    /** Walks, and shrinks those on which the stack and its variant part. */
    static Exploration on(MeasuredHost host, MeasuredStack stack, int count) {
        WalkComparison comparison = new WalkComparison(host, Comparison.walks(stack, Map.of()));
        long start = System.nanoTime();
        List<ObservedWalk> walks = comparison.explore(new Random(SEED), count, LENGTH).stream()
                .map(Divergence::observed)
                .toList();
        return new Exploration(comparison.steps(), (System.nanoTime() - start) / NANOS_PER_MILLI, walks);
    }
}
