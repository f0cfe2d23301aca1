package dev.lastack.benchmarks.twin;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Breadth-first search in its plainest form: whole states in a hash set, a level at a time. */
final class ReferenceSearch implements StepSink {

    private final TcpTwin twin;
    private final Set<List<Long>> seen = new LinkedHashSet<>();
    private Set<List<Long>> next = new LinkedHashSet<>();
    private long generated;
    private int levels;
    private int firstBad = -1;

    ReferenceSearch(TcpTwin twin) {
        this.twin = twin;
    }

    ReferenceSearch run() {
        Expander expander = twin.expander();
        expander.initial(this);
        generated = 0;
        while (!next.isEmpty()) {
            Collection<List<Long>> level = next;
            next = new LinkedHashSet<>();
            for (List<Long> state : level) {
                expander.successors(state.stream().mapToLong(Long::longValue).toArray(), 0, this);
            }
            levels++;
        }
        return this;
    }

    @Override
    public void step(int action, long observations, long[] words, int offset) {
        generated++;
        List<Long> target =
                Arrays.stream(words, offset, offset + twin.words()).boxed().toList();
        if (seen.add(target)) {
            next.add(target);
            if (firstBad < 0 && twin.bad(words, offset)) {
                firstBad = levels + 1;
            }
        }
    }

    @Override
    public void cut(int bound) {
        throw new AssertionError("the twin cuts no step");
    }

    int distinct() {
        return seen.size();
    }

    long generated() {
        return generated;
    }

    int levels() {
        return levels;
    }

    /** Steps to the nearest state that has accepted an old segment, or -1. */
    int firstBad() {
        return firstBad;
    }
}
