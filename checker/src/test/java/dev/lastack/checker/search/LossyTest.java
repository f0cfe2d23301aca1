package dev.lastack.checker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.Steps;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossyTest {

    private static final TinySystem GRID = ScatteredGrid.of(16);

    private static final List<Property> PROPERTIES = List.of(
            new Property.Invariant("holds", (s, o) -> true, (s, o) -> true),
            new Property.StepInvariant("no such step", 4, 8),
            new Property.Reachable("nowhere", (s, o) -> false),
            new Property.DeadlockFree("free", (s, o) -> true),
            new Property.Invariant("far", (s, o) -> true, (s, o) -> (s[o] & 0xff) != 16));

    private static Explorer explorer(Limits limits) {
        return new Explorer(GRID, PROPERTIES, limits.withWorkers(2), Progress.NONE);
    }

    /** Even 64 bits, which tell all states of this grid apart, are a hash: that nothing is lost is luck. */
    @ParameterizedTest
    @ValueSource(ints = {24, 32, 64})
    void aCompleteLossySearchProvesNothing(int bits) {
        Exploration seen = explorer(Limits.none().lossy(bits)).run();
        assertThat(seen.stopped())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains(
                                "lossy storage",
                                seen.distinct() + " states",
                                bits + " bits",
                                "expected to have been omitted"));
        for (String name : List.of("holds", "no such step", "nowhere", "free")) {
            assertThat(seen.verdicts().get(name))
                    .isEqualTo(new Verdict.Inconclusive(seen.stopped().orElseThrow()));
        }
        assertThat(seen.states()).isEmpty();
        assertThat(seen.distinct()).isLessThanOrEqualTo(83_521);
    }

    @Test
    void whatItFindsIsReal() {
        Exploration seen = explorer(Limits.none().lossy(24)).run();
        Trace trace = ((Verdict.Violated) Objects.requireNonNull(seen.verdicts().get("far"))).trace();
        assertThat(trace.state(trace.steps().size())[0] & 0xff).isEqualTo(16);
        for (int step = 0; step < trace.steps().size(); step++) {
            assertThat(leads(trace.state(step), trace.steps().get(step))).isTrue();
        }
    }

    private static boolean leads(long[] source, Trace.Step taken) {
        return new Steps(GRID)
                .from(source, taken.action())
                .filter(step -> Arrays.equals(step.target(), taken.target()))
                .isPresent();
    }

    @Test
    void itOmitsAboutAsManyStatesAsItSays() {
        Exploration seen = explorer(Limits.none().lossy(24)).run();
        // 83,521^2 / 2^25 is 208; a state that is omitted is reached again by nobody else, or leads to few.
        assertThat(83_521 - seen.distinct()).isBetween(100L, 400L);
    }

    @Test
    void itRefusesADirectoryAndTooFewBits() {
        assertThatThrownBy(() -> explorer(Limits.none().lossy(40)).in(new Workspace(Path.of("levels"), "grid", false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("directory");
        assertThatThrownBy(() -> explorer(Limits.none().lossy(23)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24..64");
    }
}
