package dev.lastack.checker.search;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.store.Level;
import dev.lastack.checker.store.Levels;
import dev.lastack.checker.store.StateOrder;
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
final class TraceBuilder {

    private final TransitionSystem system;
    private final Levels levels;
    private final Expander expander;
    private final int words;

    TraceBuilder(TransitionSystem system, Levels levels) {
        this.system = system;
        this.levels = levels;
        this.expander = system.expander();
        this.words = system.words();
    }

    /** A run to every one of {@code findings}. */
    Map<Finding, Trace> traces(List<Finding> findings) {
        List<Path> paths = findings.stream().map(this::pathTo).toList();
        int deepest = findings.stream().mapToInt(Finding::level).max().orElse(0);
        for (int level = deepest; level > 0; level--) {
            int here = level;
            List<Path> open =
                    paths.stream().filter(path -> path.finding.level() >= here).toList();
            extendBack(open, levels.get(level - 1));
        }
        Map<Finding, Trace> traces = new HashMap<>();
        paths.forEach(path -> traces.put(path.finding, path.trace()));
        return traces;
    }

    private Path pathTo(Finding finding) {
        Path path = new Path(finding);
        if (finding.isStep()) {
            Probe probe = new Probe(List.of());
            probe.wanted = finding.action();
            expander.successors(finding.state(), 0, probe);
            path.steps.add(Objects.requireNonNull(probe.taken, "a step that was generated is generated again"));
        }
        return path;
    }

    private void extendBack(List<Path> paths, Level level) {
        Probe probe = new Probe(paths);
        long[] block = new long[Level.blockLength(words)];
        Level.Reader reader = level.reader();
        for (int number = 0; number < level.blocks() && probe.missing > 0; number++) {
            int count = reader.read(number, block);
            for (int i = 0; i < count && probe.missing > 0; i++) {
                probe.source = Arrays.copyOfRange(block, i * words, (i + 1) * words);
                expander.successors(block, i * words, probe);
            }
        }
        if (probe.missing > 0) {
            throw new AssertionError("a state of a level has no predecessor in the level before it: "
                    + paths.stream()
                            .map(path -> system.describeState(path.head))
                            .toList()
                    + ". The transition system is not deterministic: it generates other steps than it did before.");
        }
        probe.extend();
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

        Trace trace() {
            return new Trace(head, new ArrayList<>(steps), OptionalInt.empty());
        }
    }

    /** Looks among the steps of one state after another for those that lead to the heads of the paths. */
    private final class Probe implements StepSink {
        private final List<Path> paths;
        private final @Nullable Trace.Step[] first;
        private final long[][] predecessors;
        private long[] source = new long[0];
        private int missing;
        private int wanted = Finding.NONE;
        private Trace.@Nullable Step taken;

        Probe(List<Path> paths) {
            this.paths = paths;
            this.first = new Trace.Step[paths.size()];
            this.predecessors = new long[paths.size()][];
            this.missing = paths.size();
        }

        @Override
        public void step(int action, long observations, long[] states, int offset) {
            if (action == wanted) {
                taken = new Trace.Step(action, observations, Arrays.copyOfRange(states, offset, offset + words));
            }
            for (int p = 0; p < first.length; p++) {
                long[] head = paths.get(p).head;
                if (StateOrder.compare(states, offset, head, 0, words) == 0 && isBetter(p, action)) {
                    missing -= first[p] == null ? 1 : 0;
                    first[p] = new Trace.Step(action, observations, head);
                    predecessors[p] = source;
                }
            }
        }

        private boolean isBetter(int path, int action) {
            Trace.Step known = first[path];
            return known == null || (predecessors[path] == source && action < known.action());
        }

        @Override
        public void cut(int bound) {
            // A step that is not taken is part of no run.
        }

        void extend() {
            for (int p = 0; p < first.length; p++) {
                paths.get(p).steps.addFirst(Objects.requireNonNull(first[p]));
                paths.get(p).head = predecessors[p];
            }
        }
    }
}
