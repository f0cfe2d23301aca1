package dev.lastack.checker.another;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.Steps;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.search.Explorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The next run is the shortest one that violates with other events: compared with all runs, one by one. */
class OtherRunsTest {

    private static final int NODES = 7;
    private static final int LONGEST = 8;
    private static final Events BY_LABEL =
            (state, action) -> action % 4 == 0 ? Optional.empty() : Optional.of("event " + action % 4);

    /** A random graph: six steps leave each node, some of which violate. */
    private static TinySystem graph(long seed) {
        return TinySystem.of(
                (state, sink) -> {
                    Random random = new Random(seed * 1000 + state[0]);
                    for (int action = 0; action < 6; action++) {
                        long target = random.nextInt(NODES);
                        sink.step(action, random.nextInt(9) == 0 ? 2 : 1, new long[] {target}, 0);
                    }
                },
                0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void eachRunIsAShortestThatViolatesWithOtherEventsForSteps(long seed) {
        assertThatEachIsShortest(graph(seed), new Property.StepInvariant("steps", 1, 2), 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eachRunIsAShortestThatViolatesWithOtherEventsForStates(long seed) {
        assertThatEachIsShortest(graph(seed), new Property.Invariant("states", (s, o) -> true, (s, o) -> s[o] != 5), 4);
    }

    private static void assertThatEachIsShortest(TransitionSystem system, Property property, int times) {
        List<List<String>> known = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            OtherRuns others = new OtherRuns(system, property, BY_LABEL, known);
            Optional<Trace> found = first(others, property).map(others::project);
            OptionalInt shortest = shortest(system, property, known);
            if (shortest.isPresent()) {
                Trace run = found.orElseThrow();
                assertThat(run.steps()).as("run %d", i).hasSize(shortest.getAsInt());
                assertThat(property.firstViolation(run, system)).hasValue(shortest.getAsInt());
                List<String> events = sorted(OtherRuns.of(run, BY_LABEL));
                assertThat(known).doesNotContain(events);
                known.add(events);
            } else {
                assertThat(found.filter(run -> run.steps().size() <= LONGEST)).isEmpty();
                return;
            }
        }
    }

    private static Optional<Trace> first(TransitionSystem system, Property property) {
        Exploration seen = new Explorer(system, List.of(property), Limits.none(), Progress.NONE).run();
        return Objects.requireNonNull(seen.verdicts().get(property.name())) instanceof Verdict.Violated violated
                ? Optional.of(violated.trace())
                : Optional.empty();
    }

    /** The length of the shortest run that ends in its first violation with events that are not known, by trying every run. */
    private static OptionalInt shortest(TransitionSystem system, Property property, List<List<String>> known) {
        List<Trace> runs = List.of(new Trace(new Steps(system).initial().get(0), List.of(), OptionalInt.empty()));
        for (int length = 1; length <= LONGEST && runs.size() < 400_000; length++) {
            List<Trace> longer = new ArrayList<>();
            for (Trace run : runs) {
                for (Trace.Step step :
                        new Steps(system).from(run.state(run.steps().size()))) {
                    List<Trace.Step> steps = new ArrayList<>(run.steps());
                    steps.add(step);
                    Trace next = new Trace(run.initial(), steps, OptionalInt.empty());
                    if (!property.isViolatedAt(length, next, system)) {
                        longer.add(next);
                    } else if (!known.contains(sorted(OtherRuns.of(next, BY_LABEL)))) {
                        return OptionalInt.of(length);
                    }
                }
            }
            runs = longer;
        }
        return OptionalInt.empty();
    }

    private static List<String> sorted(List<String> events) {
        return events.stream().sorted().toList();
    }

    @Test
    void withoutAnotherRunThePropertyHolds() {
        TinySystem line = TinySystem.of(
                (state, sink) -> {
                    if (state[0] < 3) {
                        sink.step(1, state[0] == 2 ? 2 : 1, new long[] {state[0] + 1}, 0);
                    }
                },
                0);
        Property property = new Property.StepInvariant("line", 1, 2);
        Trace only = first(line, property).orElseThrow();

        OtherRuns others = new OtherRuns(line, property, BY_LABEL, List.of(OtherRuns.of(only, BY_LABEL)));

        assertThat(first(others, property)).isEmpty();
    }

    @Test
    void theOrderOfEventsMakesNoDifference() {
        KnownMultisets multisets = new KnownMultisets(List.of(List.of("a", "b", "a")));

        long code = multisets.with(multisets.with(multisets.with(KnownMultisets.EMPTY, "b"), "a"), "a");

        assertThat(multisets.isKnown(code)).isTrue();
        assertThat(code).isEqualTo(multisets.largest());
        assertThat(multisets.isKnown(multisets.with(KnownMultisets.EMPTY, "b"))).isFalse();
        assertThat(multisets.with(code, "a")).isEqualTo(KnownMultisets.DIFFERENT);
        assertThat(multisets.with(code, "c")).isEqualTo(KnownMultisets.DIFFERENT);
        assertThat(multisets.with(KnownMultisets.DIFFERENT, "a")).isEqualTo(KnownMultisets.DIFFERENT);
    }
}
