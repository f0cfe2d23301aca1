package dev.lastack.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.Steps;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Holds the explorer against the most simple-minded search there is, on random graphs. */
class RandomGraphsTest {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A random graph whose states are {@code words} words that look nothing like their number. */
    private static TinySystem graph(long seed, int nodes, int degree, int words) {
        return new TinySystem(words, List.of(state(0, words), state(nodes / 2, words)), (state, sink) -> {
            long node = state[words - 1] * inverse();
            for (int action = 0; action < degree; action++) {
                long mixed = (seed + node * 31 + action + 1) * SPREAD;
                long target = Long.remainderUnsigned(mixed ^ mixed >>> 29, nodes);
                sink.step(action, 1L << target % 64, state(target, words), 0);
            }
        });
    }

    private static long[] state(long node, int words) {
        long[] state = new long[words];
        Arrays.fill(state, node & 1);
        state[words - 1] = node * SPREAD;
        return state;
    }

    private static long inverse() {
        long inverse = SPREAD;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - SPREAD * inverse;
        }
        return inverse;
    }

    @net.jqwik.api.Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void explorerSeesWhatASimpleSearchSees(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 3_000) int nodes,
            @ForAll @IntRange(min = 1, max = 4) int degree,
            @ForAll @IntRange(min = 1, max = 5) int words) {
        TinySystem system = graph(seed, nodes, degree, words);
        Reference reference = new Reference(system);
        long[] bad = reference.levels.get(reference.levels.size() - 1).first();
        Property property =
                new Property.Invariant("not-bad", (s, o) -> true, (s, o) -> s[o + words - 1] != bad[words - 1]);
        for (int workers : new int[] {1, 2, 3, 8}) {
            Limits limits = Limits.none().withWorkers(workers);
            Exploration seen = new Explorer(system, List.of(property), limits, Progress.NONE).run();
            assertThat(seen.distinct()).isEqualTo(reference.states.size());
            assertThat(seen.generated()).isEqualTo((long) reference.states.size() * degree);
            assertThat(levels(seen.states().orElseThrow())).isEqualTo(reference.rendered());
            Verdict verdict = Objects.requireNonNull(seen.verdicts().get("not-bad"));
            Trace trace = ((Verdict.Violated) verdict).trace();
            assertThat(trace.state(trace.steps().size())).containsExactly(bad);
            assertThat(render(trace)).isEqualTo(render(reference.trace(bad)));
        }
    }

    private static List<List<String>> levels(StateSpace states) {
        List<List<String>> levels = new ArrayList<>();
        for (int level = 0; level < states.levels(); level++) {
            List<String> here = new ArrayList<>();
            states.forEach(
                    states.firstOf(level),
                    states.firstOf(level + 1),
                    (number, words, offset) ->
                            here.add(Arrays.toString(Arrays.copyOfRange(words, offset, offset + states.words()))));
            levels.add(here);
        }
        return levels;
    }

    private static String render(Trace trace) {
        StringBuilder text = new StringBuilder(Arrays.toString(trace.initial()));
        for (Trace.Step step : trace.steps()) {
            text.append(' ').append(step.action()).append('/').append(step.observations());
            text.append(Arrays.toString(step.target()));
        }
        return text.toString();
    }

    /** Breadth-first search by the book, over sorted sets. */
    private static final class Reference {
        private final TinySystem system;
        private final Map<String, Integer> states = new HashMap<>();
        private final List<TreeSet<long[]>> levels = new ArrayList<>();

        Reference(TinySystem system) {
            this.system = system;
            TreeSet<long[]> level = new TreeSet<>(Arrays::compareUnsigned);
            level.addAll(system.initial());
            while (!level.isEmpty()) {
                level.forEach(state -> states.put(Arrays.toString(state), levels.size()));
                levels.add(level);
                TreeSet<long[]> next = new TreeSet<>(Arrays::compareUnsigned);
                level.forEach(state -> steps(state).forEach((action, step) -> {
                    if (!states.containsKey(Arrays.toString(step.target()))) {
                        next.add(step.target());
                    }
                }));
                level = next;
            }
        }

        private Map<Integer, Trace.Step> steps(long[] state) {
            Map<Integer, Trace.Step> steps = new TreeMap<>();
            new Steps(system).from(state).forEach(step -> steps.put(step.action(), step));
            return steps;
        }

        List<List<String>> rendered() {
            return levels.stream()
                    .map(level -> level.stream().map(Arrays::toString).toList())
                    .toList();
        }

        Trace trace(long[] target) {
            List<Trace.Step> steps = new ArrayList<>();
            long[] head = target;
            for (int level = Objects.requireNonNull(states.get(Arrays.toString(target))); level > 0; level--) {
                long[] end = head;
                for (long[] source : levels.get(level - 1)) {
                    Trace.Step step = steps(source).values().stream()
                            .filter(candidate -> Arrays.equals(candidate.target(), end))
                            .findFirst()
                            .orElse(null);
                    if (step != null) {
                        steps.add(0, step);
                        head = source;
                        break;
                    }
                }
            }
            return new Trace(head, steps, java.util.OptionalInt.empty());
        }
    }
}
