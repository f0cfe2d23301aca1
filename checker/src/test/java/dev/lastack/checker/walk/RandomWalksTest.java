package dev.lastack.checker.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomWalksTest {

    private static final StatePredicate NEVER = (states, offset) -> false;
    private static final TinySystem COUNTERS = TinySystem.counters(2, 50);

    private static List<Integer> actions(RandomRun walk) {
        return walk.run().steps().stream().map(Trace.Step::action).toList();
    }

    @Test
    void aSeedAndANumberGiveTheSameRunAndOthersGiveOthers() {
        Set<List<Integer>> runs = new HashSet<>();
        for (long seed = 0; seed < 3; seed++) {
            for (long number = 0; number < 3; number++) {
                RandomRun walk = new RandomWalks(COUNTERS, StepWeight.UNIFORM).run(seed, number, 60, NEVER);
                RandomRun again = new RandomWalks(COUNTERS, StepWeight.UNIFORM).run(seed, number, 60, NEVER);
                assertThat(actions(walk)).hasSize(60).isEqualTo(actions(again));
                runs.add(actions(walk));
            }
        }
        assertThat(runs).hasSize(9);
    }

    @Test
    void stepsAreDrawnInProportionToTheirWeights() {
        TinySystem endless = TinySystem.of(
                (state, sink) -> {
                    for (int action = 0; action < 3; action++) {
                        sink.step(action, 0, state, 0);
                    }
                },
                0);

        List<Integer> drawn = actions(new RandomWalks(endless, action -> action * 2).run(7, 0, 30_000, NEVER));

        assertThat(drawn).doesNotContain(0);
        assertThat(drawn.stream().filter(action -> action == 1).count()).isBetween(9_600L, 10_400L);
    }

    @Test
    void aRunEndsInTheFirstStateThatIsWanted() {
        StatePredicate wanted = (states, offset) -> states[offset] == 4;

        RandomRun walk = new RandomWalks(COUNTERS, StepWeight.UNIFORM).run(1, 0, 1000, wanted);

        assertThat(walk.end()).isEqualTo(RandomRun.End.REACHED);
        Trace run = walk.run();
        int length = run.steps().size();
        assertThat(wanted.test(run.state(length), 0)).isTrue();
        for (int position = 0; position < length; position++) {
            assertThat(wanted.test(run.state(position), 0)).isFalse();
        }
        assertThat(new RandomWalks(COUNTERS, StepWeight.UNIFORM)
                        .run(1, 0, 9, (states, offset) -> true)
                        .run()
                        .steps())
                .isEmpty();
    }

    @Test
    void aRunWithoutAStepOfPositiveWeightIsStuck() {
        assertThat(new RandomWalks(COUNTERS, StepWeight.UNIFORM)
                        .run(1, 0, 1000, NEVER)
                        .end())
                .isEqualTo(RandomRun.End.STUCK);
        RandomRun none = new RandomWalks(COUNTERS, action -> 0).run(1, 0, 1000, NEVER);
        assertThat(none.end()).isEqualTo(RandomRun.End.STUCK);
        assertThat(none.run().steps()).isEmpty();
    }
}
