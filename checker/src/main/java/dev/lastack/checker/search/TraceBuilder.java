package dev.lastack.checker.search;

import dev.lastack.checker.StepSink;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds shortest runs from the levels: the predecessor of a state is the least state of the level before that
 * has a step to it. All runs are rebuilt in one pass back over the levels.
 */
public final class TraceBuilder {

    private final TransitionSystem system;
    private final Predecessors predecessors;
    private final int words;

    /** Knows where the steps to a state come from. */
    @FunctionalInterface
    public interface Predecessors {

        /**
         * The least states of level {@code level} that have a step to each of {@code heads}, by their least actions; null
         * where there is none.
         */
        @Nullable
        Predecessor[] least(int level, List<long[]> heads);
    }

    public TraceBuilder(TransitionSystem system, Predecessors predecessors) {
        this.system = system;
        this.predecessors = predecessors;
        this.words = system.words();
    }

    /** A run to every one of {@code findings}. */
    public Map<Finding, Trace> traces(List<Finding> findings) {
        List<Path> paths = findings.stream().map(this::pathTo).toList();
        int deepest = findings.stream().mapToInt(Finding::level).max().orElse(0);
        for (int level = deepest; level > 0; level--) {
            int here = level;
            extendBack(
                    paths.stream().filter(path -> path.finding.level() >= here).toList(), level - 1);
        }
        Map<Finding, Trace> traces = new HashMap<>();
        paths.forEach(path -> traces.put(path.finding, path.trace()));
        return traces;
    }

    private Path pathTo(Finding finding) {
        Path path = new Path(finding);
        if (finding.isStep()) {
            Again again = new Again(finding.action());
            system.expander().successors(finding.state(), 0, again);
            path.steps.add(Objects.requireNonNull(again.taken, "a step that was generated is generated again"));
        }
        return path;
    }

    private void extendBack(List<Path> paths, int level) {
        List<long[]> heads = paths.stream().map(path -> path.head).toList();
        @Nullable Predecessor[] found = predecessors.least(level, heads);
        for (int p = 0; p < found.length; p++) {
            Predecessor predecessor = found[p];
            if (predecessor == null) {
                throw new AssertionError("a state of a level has no predecessor in the level before it: "
                        + system.describeState(heads.get(p))
                        + ". The transition system is not deterministic: it generates other steps than it did before.");
            }
            paths.get(p).extend(predecessor);
        }
    }

    /** The end of a run, growing towards its beginning. */
    private static final class Path {
        private final Finding finding;
        private final Deque<Trace.Step> steps = new ArrayDeque<>();
        private long[] head;

        Path(Finding finding) {
            this.finding = finding;
            this.head = finding.state();
        }

        void extend(Predecessor by) {
            steps.addFirst(new Trace.Step(by.action(), by.observations(), head));
            head = by.source();
        }

        Trace trace() {
            return new Trace(head, new ArrayList<>(steps), OptionalInt.empty());
        }
    }

    /** Waits for the step that was the evidence. */
    private final class Again implements StepSink {
        private final int wanted;
        private Trace.@Nullable Step taken;

        Again(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void step(int action, long observations, long[] states, int offset) {
            if (action == wanted) {
                taken = new Trace.Step(action, observations, Arrays.copyOfRange(states, offset, offset + words));
            }
        }

        @Override
        public void cut(int bound) {
            // A step that is not taken is part of no run.
        }
    }
}
