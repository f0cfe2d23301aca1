package dev.lastack.checker.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private static final TinySystem ENDLESS =
            TinySystem.of((state, sink) -> sink.step(0, 1, new long[] {state[0] + 1}, 0), 0);
    private static final TinySystem WIDE = TinySystem.counters(4, 60);

    private static final List<Property> PROPERTIES = List.of(
            new Property.Invariant("holds-so-far", (s, o) -> true, (s, o) -> true),
            new Property.Invariant("broken", (s, o) -> true, (s, o) -> s[o] < 3),
            new Property.StepInvariant("step-so-far", 1, 0),
            new Property.DeadlockFree("free", (s, o) -> false),
            new Property.Reachable("elsewhere", (s, o) -> s[o] < 0));

    private static void assertStopped(Exploration seen, String why) {
        assertThat(seen.stopped()).hasValueSatisfying(text -> assertThat(text).contains(why));
        assertThat(seen.states()).isEmpty();
        assertThat(seen.verdicts().get("broken")).isInstanceOf(Verdict.Violated.class);
        for (String open : List.of("holds-so-far", "step-so-far", "free", "elsewhere")) {
            assertThat(seen.verdicts())
                    .containsEntry(open, new Verdict.Inconclusive(seen.stopped().orElseThrow()));
        }
    }

    @Test
    void tooManyStatesEndTheSearchAtTheEndOfALevel() {
        Limits limits = Limits.none().withMaxStates(1_000).withWorkers(2);
        Exploration seen = new Explorer(WIDE, PROPERTIES, limits, Progress.NONE).run();
        assertStopped(seen, "limit of 1000 states");
        // Binomials: the levels of four counters have 1, 4, 10, 20, ... states, 1001 in the first eleven.
        assertThat(seen.distinct()).isEqualTo(1_001);
        assertThat(seen.levels()).isEqualTo(11);
    }

    @Test
    void asManyStatesAsAllowedAreNotTooMany() {
        Limits limits = Limits.none().withMaxStates(8_000).withWorkers(2);
        assertThat(new Explorer(TinySystem.counters(3, 19), List.of(), limits, Progress.NONE)
                        .run()
                        .stopped())
                .isEmpty();
    }

    @Test
    void theMemoryBudgetEndsTheSearchBeforeTheHeapDoes() {
        Limits limits = Limits.none().withMaxBytes(1 << 24).withWorkers(2);
        Exploration seen = new Explorer(WIDE, PROPERTIES, limits, Progress.NONE).run();
        assertStopped(seen, "memory budget");
        assertThat(seen.bytes()).isLessThanOrEqualTo(1 << 24);
    }

    /** Also one that does not hold the first tables of the store; no state need be seen then. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000, 4_096, 10_000, 19_999, 50_000, 200_000})
    void noBudgetIsTooSmallForAVerdict(long bytes) {
        Limits limits = Limits.none().withMaxBytes(bytes).withWorkers(2);
        for (Limits each : List.of(limits, limits.lossy(32))) {
            Exploration seen = new Explorer(ScatteredGrid.of(16), DiskTest.PROPERTIES, each, Progress.NONE).run();
            assertThat(seen.stopped()).hasValueSatisfying(why -> assertThat(why).contains("memory budget"));
            assertThat(seen.verdicts().get("free")).isInstanceOf(Verdict.Inconclusive.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000, 4_096, 10_000, 19_999, 50_000, 200_000})
    void noBudgetIsTooSmallForADirectory(long bytes, @TempDir Path directory) {
        Limits limits = Limits.none().withMaxBytes(bytes).withWorkers(2);
        Exploration seen = new Explorer(TinySystem.counters(4, 9), PROPERTIES, limits, Progress.NONE)
                .in(new Workspace(directory, "four counters", false))
                .run();

        assertThat(seen.stopped().isPresent() || seen.distinct() == 10_000)
                .as("%s after %d states", seen.stopped(), seen.distinct())
                .isTrue();
        assertThat(seen.verdicts().get("holds-so-far"))
                .isInstanceOf(seen.stopped().isPresent() ? Verdict.Inconclusive.class : Verdict.Holds.class);
    }

    @Test
    void theClockEndsTheSearch() {
        Limits limits = Limits.none().withTimeout(Duration.ofMillis(200));
        assertStopped(new Explorer(ENDLESS, PROPERTIES, limits, Progress.NONE).run(), "time limit");
    }

    @Test
    void whoeverWatchesMayEndTheSearch() {
        assertStopped(
                new Explorer(ENDLESS, PROPERTIES, Limits.none(), report -> report.level() < 100).run(), "cancelled");
    }

    @Test
    void anInterruptEndsTheSearchAndIsNotForgotten() {
        Thread caller = Thread.currentThread();
        Progress interrupting = report -> {
            if (report.level() > 100) {
                caller.interrupt();
            }
            return true;
        };
        assertStopped(new Explorer(ENDLESS, PROPERTIES, Limits.none(), interrupting).run(), "interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
