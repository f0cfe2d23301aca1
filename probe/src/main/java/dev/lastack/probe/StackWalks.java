package dev.lastack.probe;

import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.host.MeasuredHost;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.walk.ObservedWalk;
import dev.lastack.probe.walk.WalkComparison;
import dev.lastack.probe.walk.WalkDivergence;
import dev.lastack.probe.walk.WalkSurvey;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The random walks of a measurement, the same ones each time. */
final class StackWalks {

    private static final long SEED = 1;
    private static final int LENGTH = 8;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private StackWalks() {}

    /** Walks, and shrinks those on which the stack and its variant part. */
    static WalkSurvey on(MeasuredHost host, MeasuredStack stack, int count) {
        WalkComparison comparison = new WalkComparison(host, Comparison.walks(stack, Map.of()));
        long start = System.nanoTime();
        List<ObservedWalk> walks = comparison.explore(new Random(SEED), count, LENGTH).stream()
                .map(WalkDivergence::observed)
                .toList();
        return new WalkSurvey(comparison.steps(), (System.nanoTime() - start) / NANOS_PER_MILLI, walks);
    }
}
