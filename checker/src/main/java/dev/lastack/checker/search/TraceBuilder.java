package dev.lastack.checker.search;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds shortest runs from the levels: the predecessor of a state is the least state of the level before that
 * has a step to it. All runs are rebuilt in one pass back over the levels.
 */
public final class TraceBuilder {

    private final TransitionSystem system;
    private final Predecessors predecessors;

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
    }

    /** A run to every one of {@code findings}. */
    public Map<PropertyFinding, Trace> traces(List<PropertyFinding> findings) {
        List<Path> paths = findings.stream().map(this::pathTo).toList();
        int deepest = findings.stream().mapToInt(PropertyFinding::level).max().orElse(0);
        for (int level = deepest; level > 0; level--) {
            int here = level;
            extendBack(
                    paths.stream().filter(path -> path.finding.level() >= here).toList(), level - 1);
        }
        Map<PropertyFinding, Trace> traces = new HashMap<>();
        paths.forEach(path -> traces.put(path.finding, path.trace()));
        return traces;
    }

    private Path pathTo(PropertyFinding finding) {
        Path path = new Path(finding);
        if (finding.isStep()) {
            path.steps.add(new Steps(system)
                    .from(finding.state(), finding.action())
                    .orElseThrow(() -> new AssertionError("a step that was generated is not generated again")));
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
        private final PropertyFinding finding;
        private final Deque<Trace.Step> steps = new ArrayDeque<>();
        private long[] head;

        Path(PropertyFinding finding) {
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
}
