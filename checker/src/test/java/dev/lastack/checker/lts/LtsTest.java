package dev.lastack.checker.lts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LtsTest {

    /** States by the sum of their counters, steps by the counter that they count. */
    private record BySum(TransitionSystem system) implements Labels {
        @Override
        public String state(long[] state) {
            return "sum " + (state[0] + state[1]);
        }

        @Override
        public String action(long[] state, int action) {
            return "count " + action;
        }
    }

    private static final TinySystem COUNTERS = TinySystem.counters(2, 2);

    private static WholeLts whole(long most) throws TooLargeException {
        return WholeLts.explore(COUNTERS, new BySum(COUNTERS), Limits.none().withMaxStates(most), Progress.NONE);
    }

    private static List<String> states(Lts graph) {
        List<String> states = new ArrayList<>();
        graph.forEachState((number, description) -> {
            assertThat(number).isEqualTo(states.size());
            states.add(description);
        });
        return states;
    }

    private static List<String> transitions(Lts graph) {
        List<String> transitions = new ArrayList<>();
        graph.forEachTransition((from, label, to) -> transitions.add(from + " " + label + " " + to));
        return transitions;
    }

    @Test
    void theWholeGraphHasEveryStateAndStep() throws TooLargeException {
        WholeLts graph = whole(100);

        assertThat(graph.states()).isEqualTo(9);
        assertThat(graph.transitions()).isEqualTo(12);
        assertThat(states(graph))
                .hasSize(9)
                .startsWith("sum 0", "sum 1", "sum 1")
                .endsWith("sum 4");
        assertThat(transitions(graph)).hasSize(12).doesNotHaveDuplicates().contains("0 count 1 1", "0 count 0 2");
    }

    @Test
    void aQuotientJoinsStatesOfOneDescriptionAndTransitionsOfOneLabel() throws TooLargeException {
        Quotient graph = Quotient.of(whole(100));

        assertThat(states(graph)).containsExactly("sum 0", "sum 1", "sum 2", "sum 3", "sum 4");
        assertThat(transitions(graph))
                .containsExactly(
                        "0 count 0 1",
                        "0 count 1 1",
                        "1 count 0 2",
                        "1 count 1 2",
                        "2 count 0 3",
                        "2 count 1 3",
                        "3 count 0 4",
                        "3 count 1 4");
        assertThat(graph.transitions()).isEqualTo(8);
    }

    @Test
    void aTransitionWithinAClassIsLeftOut() throws TooLargeException {
        Labels one = new Labels() {
            @Override
            public String state(long[] state) {
                return "one";
            }

            @Override
            public String action(long[] state, int action) {
                return "step";
            }
        };
        Quotient graph = Quotient.of(WholeLts.explore(COUNTERS, one, Limits.none(), Progress.NONE));

        assertThat(graph.states()).isEqualTo(1);
        assertThat(transitions(graph)).isEmpty();
    }

    @Test
    void aGraphThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> whole(8))
                .isInstanceOfSatisfying(
                        TooLargeException.class, e -> assertThat(e.ofStates()).isTrue())
                .hasMessage("it has more than 8 states");
        assertThatThrownBy(() -> WholeLts.explore(COUNTERS, new BySum(COUNTERS), Limits.none(), report -> false))
                .satisfiesAnyOf(
                        e -> assertThat(((TooLargeException) e).ofStates()).isFalse());
    }

    @Test
    void aGraphOfExactlyTheLimitIsWritten() throws TooLargeException {
        assertThat(whole(9).states()).isEqualTo(9);
    }
}
