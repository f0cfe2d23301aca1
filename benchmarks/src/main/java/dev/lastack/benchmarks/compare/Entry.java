package dev.lastack.benchmarks.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One engine's runs in a comparison, at least one. */
public record Entry(TwinEngine engine, List<ProcessRun> runs) {

    public Entry {
        runs = List.copyOf(runs);
    }

    /** The counts of every run; runs of one engine that disagree are a defect, not a measurement. */
    Counts counts() {
        Counts first = runs.get(0).counts();
        for (ProcessRun run : runs) {
            if (!run.counts().sameStatesAs(first)) {
                throw new IllegalStateException(
                        "%s counted %s and %s in two runs".formatted(engine.name(), first, run.counts()));
            }
        }
        return first;
    }

    double median(ToDoubleFunction<ProcessRun> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
