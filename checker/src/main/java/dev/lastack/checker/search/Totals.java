package dev.lastack.checker.search;

import dev.lastack.checker.TransitionSystem;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums over all steps, of this process and of those whose work it resumes. */
public record Totals(long generated, List<Long> counters, List<Long> cuts) {

    /** Nothing, for {@code system}. */
    public static Totals none(TransitionSystem system) {
        return new Totals(
                0,
                system.counters().stream().map(name -> 0L).toList(),
                system.bounds().stream().map(name -> 0L).toList());
    }

    /** These and what {@code worker} has counted. */
    Totals plus(Worker worker) {
        return plus(worker.generated(), worker.counters(), worker.cuts());
    }

    /** These and more of each. */
    public Totals plus(long moreGenerated, long[] moreCounters, long[] moreCuts) {
        return new Totals(generated + moreGenerated, plus(counters, moreCounters), plus(cuts, moreCuts));
    }

    private static List<Long> plus(List<Long> sums, long[] more) {
        Long[] added = new Long[sums.size()];
        for (int i = 0; i < added.length; i++) {
            added[i] = sums.get(i) + more[i];
        }
        return List.of(added);
    }

    /** {@code sums} by name, in the order of {@code names}. */
    public static Map<String, Long> named(List<String> names, List<Long> sums) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), sums.get(i));
        }
        return named;
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(generated);
        for (long sum : counters) {
            out.writeLong(sum);
        }
        for (long sum : cuts) {
            out.writeLong(sum);
        }
    }

    /** Reads what {@link #write} wrote of totals of the same shape as these. */
    public Totals read(DataInput in) throws IOException {
        return new Totals(in.readLong(), read(in, counters.size()), read(in, cuts.size()));
    }

    private static List<Long> read(DataInput in, int count) throws IOException {
        Long[] sums = new Long[count];
        for (int i = 0; i < count; i++) {
            sums[i] = in.readLong();
        }
        return List.of(sums);
    }
}
