package dev.lastack.checker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepsTest {

    /** The array that a step is handed over in is used again, as a real expander does. */
    private static final TinySystem REUSING =
            new TinySystem(1, TinySystem.counters(1, 9).initial(), (state, sink) -> {
                long[] reused = {0, 0};
                for (int action = 0; action < 3 && state[0] < 9; action++) {
                    reused[1] = state[0] + action;
                    sink.step(action, 1L << action, reused, 1);
                }
                if (state[0] == 5) {
                    sink.cut(1);
                }
            });

    private final Steps steps = new Steps(REUSING);

    @Test
    void everyStepIsCopiedInOrder() {
        assertThat(steps.initial()).containsExactly(new long[] {0});
        assertThat(steps.from(new long[] {3}))
                .extracting(step -> step.action() + " " + step.observations() + " " + step.target()[0])
                .containsExactly("0 1 3", "1 2 4", "2 4 5");
    }

    @Test
    void aStepIsFoundByItsAction() {
        assertThat(steps.from(new long[] {3}, 2).orElseThrow().target()).containsExactly(5);
        assertThat(steps.from(new long[] {3}, 3)).isEmpty();
    }

    @Test
    void cutIsAboutTheStateLastAskedFor() {
        steps.from(new long[] {5});
        assertThat(steps.cut()).isTrue();
        steps.from(new long[] {6});
        assertThat(steps.cut()).isFalse();
    }

    @Test
    void aDeadlockHasNoStepAndLostNone() {
        assertThat(steps.isDeadlock(new long[] {9})).isTrue();
        assertThat(steps.isDeadlock(new long[] {8})).isFalse();
    }
}
