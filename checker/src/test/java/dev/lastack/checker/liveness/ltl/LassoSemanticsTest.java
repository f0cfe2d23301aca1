package dev.lastack.checker.liveness.ltl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The definition of temporal logic, operator by operator, on lassos small enough to see. */
class LassoSemanticsTest {

    private static final Formula A = Formula.atom("a");
    private static final Formula B = Formula.atom("b");
    private static final Set<String> NONE = Set.of();
    private static final Set<String> ONLY_A = Set.of("a");
    private static final Set<String> ONLY_B = Set.of("b");

    private static boolean holds(Formula formula, int loopStart, List<Set<String>> letters) {
        return LassoSemantics.holds(formula, letters, loopStart);
    }

    @Test
    void atomSpeaksOfTheFirstPosition() {
        assertThat(holds(A, 0, List.of(ONLY_A, NONE))).isTrue();
        assertThat(holds(A, 0, List.of(NONE, ONLY_A))).isFalse();
    }

    @Test
    void nextSpeaksOfTheSecondPosition() {
        assertThat(holds(Formula.next(A), 0, List.of(NONE, ONLY_A))).isTrue();
        assertThat(holds(Formula.next(A), 0, List.of(ONLY_A, NONE))).isFalse();
    }

    @Test
    void nextOfTheLastPositionIsTheLoopStart() {
        Formula third = Formula.next(Formula.next(A));

        assertThat(holds(third, 1, List.of(NONE, ONLY_A))).isTrue();
        assertThat(holds(third, 0, List.of(NONE, ONLY_A))).isFalse();
    }

    @Test
    void untilNeedsItsRightSideToCome() {
        assertThat(holds(Formula.until(A, B), 1, List.of(ONLY_A, ONLY_B))).isTrue();
        assertThat(holds(Formula.until(A, B), 0, List.of(ONLY_A, ONLY_A))).isFalse();
        assertThat(holds(Formula.until(A, B), 0, List.of(ONLY_A, NONE, ONLY_B))).isFalse();
    }

    @Test
    void untilIsSatisfiedAroundTheLoop() {
        Formula later = Formula.next(Formula.until(A, B));

        assertThat(holds(later, 0, List.of(ONLY_B, ONLY_A))).isTrue();
    }

    @Test
    void releaseMayHoldForEver() {
        assertThat(holds(Formula.release(A, B), 0, List.of(ONLY_B))).isTrue();
        assertThat(holds(Formula.release(A, B), 1, List.of(Set.of("a", "b"), NONE)))
                .isTrue();
        assertThat(holds(Formula.release(A, B), 1, List.of(ONLY_B, NONE))).isFalse();
    }

    @Test
    void leadsToAsksForAnAnswerToEveryRequest() {
        assertThat(holds(Formula.leadsTo(A, B), 0, List.of(ONLY_A, ONLY_B))).isTrue();
        assertThat(holds(Formula.leadsTo(A, B), 2, List.of(ONLY_A, ONLY_B, ONLY_A)))
                .isFalse();
    }

    @Test
    void loopMustStartInTheLasso() {
        assertThatThrownBy(() -> holds(A, 2, List.of(NONE, NONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 is not in 0..1");
    }
}
