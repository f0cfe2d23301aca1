package dev.lastack.checker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorerTest {

    private static final StatePredicate ALWAYS = (states, offset) -> true;

    private static Exploration explore(TransitionSystem system, int workers, Property... properties) {
        return new Explorer(system, List.of(properties), Limits.none().withWorkers(workers), Progress.NONE).run();
    }

    @Test
    void aLevelBeginsWithAllItsStatesInTheQueue() {
        Map<Integer, Long> queued = new TreeMap<>();
        Progress progress = report -> {
            queued.putIfAbsent(report.level(), report.queued());
            return true;
        };
        Limits limits = Limits.none().withWorkers(2);
        StateSpace space = new Explorer(TinySystem.counters(3, 19), List.of(), limits, progress)
                .run()
                .states()
                .orElseThrow();
        assertThat(queued).hasSize(3 * 19 + 1);
        queued.forEach(
                (level, states) -> assertThat(states).isEqualTo(space.firstOf(level + 1) - space.firstOf(level)));
    }

    @Test
    void aBinaryClockHasTwoStates() {
        Exploration seen = explore(TinySystem.binaryClock(), 1);
        assertThat(seen.distinct()).isEqualTo(2);
        assertThat(seen.generated()).isEqualTo(2);
        assertThat(seen.levels()).isEqualTo(2);
        assertThat(seen.stopped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aGridOfCountersHasAllItsStatesAndSteps(int workers) {
        Exploration seen = explore(TinySystem.counters(3, 19), workers);
        assertThat(seen.distinct()).isEqualTo(8_000);
        assertThat(seen.generated()).isEqualTo(3 * 19 * 400);
        assertThat(seen.levels()).isEqualTo(3 * 19 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void levelsAreInCanonicalOrderAndNumberedThrough(int workers) {
        StateSpace states =
                explore(TinySystem.counters(2, 60), workers).states().orElseThrow();
        List<String> seen = new ArrayList<>();
        states.forEach(0, states.size(), (number, words, offset) -> {
            assertThat(number).isEqualTo(seen.size());
            assertThat(states.numberOf(words, offset)).isEqualTo(number);
            seen.add(words[offset] + "," + words[offset + 1]);
        });
        List<String> expected = new ArrayList<>();
        for (int level = 0; level <= 120; level++) {
            assertThat(states.firstOf(level)).isEqualTo(expected.size());
            for (int x = Math.max(0, level - 60); x <= Math.min(level, 60); x++) {
                expected.add(x + "," + (level - x));
            }
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(states.numberOf(new long[] {0, 61}, 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theEquationIsSolvedByTheShortestRunWithTheLeastSolution(int workers) {
        // 2x + 10y = 14 (mod 256): the solutions with the least sum are (2, 1), then (7, 0).
        Property solved = new Property.Reachable("solved", (s, o) -> (2 * s[o] + 10 * s[o + 1] & 255) == 14);
        Exploration seen = explore(TinySystem.linearEquation(), workers, solved);
        assertThat(seen.distinct()).isEqualTo(65_536);
        assertThat(seen.levels()).isEqualTo(511);
        Trace trace = ((Verdict.Witnessed) verdict(seen, "solved")).trace();
        assertThat(trace.steps()).extracting(Trace.Step::action).containsExactly(1, 0, 0);
        assertThat(trace.state(1)).containsExactly(0, 1);
        assertThat(trace.state(3)).containsExactly(2, 1);
    }

    @Test
    void theTraceGoesOverLeastPredecessorsByLeastActions() {
        TinySystem diamond =
                TinySystem.ofPaths(new int[] {0, 2, 5}, new int[] {0, 1, 5}, new int[] {0, 3, 5}, new int[] {0, 1, 5});
        Property noFive = new Property.Invariant("no-five", ALWAYS, (s, o) -> s[o] != 5);
        Trace trace = violation(explore(diamond, 1, noFive), "no-five");
        assertThat(trace.initial()).containsExactly(0);
        assertThat(trace.steps()).extracting(Trace.Step::action).containsExactly(1, 0);
        assertThat(trace.state(1)).containsExactly(1);
        assertThat(trace.loopStart()).isEmpty();
    }

    @Test
    void violatingStatesAreExpandedLikeOthers() {
        TinySystem path = TinySystem.ofPaths(new int[] {0, 1, 2, 3});
        Property below = new Property.Invariant("below-one", ALWAYS, (s, o) -> s[o] < 1);
        Exploration seen = explore(path, 1, below);
        assertThat(seen.distinct()).isEqualTo(4);
        assertThat(violation(seen, "below-one").steps()).hasSize(1);
    }

    @Test
    void aViolatedInitialStateIsARunWithoutSteps() {
        Property never = new Property.Invariant("never", ALWAYS, (s, o) -> false);
        assertThat(violation(explore(TinySystem.binaryClock(), 1, never), "never")
                        .steps())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aStepInvariantIsBrokenByTheLeastSourceAndItsLeastAction(int workers) {
        Property noThird = new Property.StepInvariant("no-third", -1, 0b100);
        Exploration seen = explore(TinySystem.counters(3, 9), workers, noThird);
        Trace trace = violation(seen, "no-third");
        assertThat(trace.steps()).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo(2);
            assertThat(step.observations()).isEqualTo(0b100);
            assertThat(step.target()).containsExactly(0, 0, 1);
        });
    }

    @Test
    void whatNothingPutsToTheTestIsVacuous() {
        Exploration seen = explore(
                TinySystem.binaryClock(),
                1,
                new Property.Invariant("never-relevant", (s, o) -> s[o] == 7, (s, o) -> false),
                new Property.Invariant("relevant", (s, o) -> s[o] == 1, (s, o) -> true),
                new Property.StepInvariant("no-such-step", 1, 2),
                new Property.Reachable("unreachable", (s, o) -> s[o] == 7));
        assertThat(seen.verdicts())
                .containsEntry("never-relevant", new Verdict.Vacuous())
                .containsEntry("relevant", new Verdict.Holds())
                .containsEntry("no-such-step", new Verdict.Vacuous())
                .containsEntry("unreachable", new Verdict.Vacuous());
    }

    @Test
    void aStateWithoutStepsIsADeadlockUnlessItIsTerminalOrWasCut() {
        TinySystem path = TinySystem.ofPaths(new int[] {0, 1, 2});
        Property free = new Property.DeadlockFree("free", (s, o) -> false);
        assertThat(violation(explore(path, 1, free), "free").state(2)).containsExactly(2);
        Property mayEnd = new Property.DeadlockFree("may-end", (s, o) -> s[o] == 2);
        assertThat(verdict(explore(path, 1, mayEnd), "may-end")).isEqualTo(new Verdict.Holds());

        TinySystem cut = TinySystem.of((state, sink) -> sink.cut(1), 0);
        Exploration seen = explore(cut, 1, free);
        assertThat(verdict(seen, "free")).isEqualTo(new Verdict.Holds());
        assertThat(seen.cuts()).containsEntry("first", 0L).containsEntry("second", 1L);
    }

    @Test
    void aStateWithMoreBitsThanDeclaredIsRefused() {
        TransitionSystem narrow = new TinySystem.Narrow(TinySystem.counters(1, 5), 2);
        assertThatThrownBy(() -> explore(narrow, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("lowest 2 bits")
                .hasMessageContaining("state: [3]");
    }

    @Test
    void aFailingSystemIsShownWithTheStateItFailedAt() {
        TinySystem broken = TinySystem.of(
                (state, sink) -> {
                    if (state[0] == 3) {
                        throw new IllegalStateException("three");
                    }
                    sink.step(0, 0, new long[] {state[0] + 1}, 0);
                },
                0);
        assertThatThrownBy(() -> explore(broken, 2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("three")
                .hasMessageContaining("state: [3]")
                .hasMessageContaining("Expand this state alone");
    }

    private static Verdict verdict(Exploration seen, String property) {
        return Objects.requireNonNull(seen.verdicts().get(property));
    }

    private static Trace violation(Exploration seen, String property) {
        Verdict verdict = verdict(seen, property);
        assertThat(verdict).isInstanceOf(Verdict.Violated.class);
        return ((Verdict.Violated) verdict).trace();
    }
}
