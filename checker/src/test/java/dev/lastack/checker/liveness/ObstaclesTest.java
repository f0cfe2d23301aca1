package dev.lastack.checker.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Expander;
import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.TinySystem;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.liveness.property.ActionFairness;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.checker.liveness.property.LivenessProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.checker.search.Explorer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps liveness from being decided is named; what does not, is no obstacle. */
class ObstaclesTest {

    private static final int SIDE = 12;
    private static final int AXES = 4;

    /** A token goes up from 0 in any of its coordinates, a byte each, and stays in the corner. */
    private static final TinySystem GRID = TinySystem.of(
            (state, sink) -> {
                for (int axis = 0; axis < AXES; axis++) {
                    if ((state[0] >>> (8 * axis) & 0xff) < SIDE) {
                        sink.step(axis, 0, new long[] {state[0] + (1L << (8 * axis))}, 0);
                    }
                }
            },
            0L);

    private static final Fairness FAIR =
            new ActionFairness(List.of(new ActionFairness.ActionSet("any", Fairness.Strength.WEAK, action -> true)));

    private static final LivenessProperty ARRIVES = LivenessProperty.termination(
                    "arrives", (states, offset) -> states[offset] == 0x0101_0101L * SIDE)
            .under(Set.of("any"));

    @TempDir
    Path temporary;

    private static Verdict decide(TransitionSystem system, Exploration seen) {
        LivenessResult result = new LivenessSearch(system, FAIR, Limits.none().withWorkers(1), Progress.NONE)
                .run(seen, List.of(ARRIVES))
                .get("arrives");
        return Objects.requireNonNull(result).verdict();
    }

    private Exploration explored(Limits limits, boolean resume) {
        return new Explorer(GRID, List.of(), limits, Progress.NONE)
                .in(new Workspace(temporary.resolve("levels"), "the grid", resume))
                .run();
    }

    @Test
    void levelsThatAreKeptInADirectoryAreNoObstacleWhileTheyFitIntoMemory() {
        Exploration seen = explored(Limits.none().withWorkers(1), false);

        assertThat(decide(GRID, seen)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void norIsHavingBeenResumed() {
        explored(Limits.none().withWorkers(1).withMaxStates(5_000), false);
        Exploration seen = explored(Limits.none().withWorkers(1), true);

        assertThat(seen.distinct()).isEqualTo((long) Math.pow(SIDE + 1, AXES));
        assertThat(decide(GRID, seen)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void anExplorationThatWentOnFromDiskIsNamed() {
        Exploration seen = explored(Limits.none().withWorkers(1).withMaxBytes(400_000), false);

        assertThat(seen.stopped()).isEmpty();
        assertThat(decide(GRID, seen))
                .isEqualTo(new Verdict.Inconclusive("memory: liveness needs all levels in memory, and the exploration"
                        + " went on from disk or on a cluster; give one process more memory"));
    }

    @Test
    void statesToldApartByAHashAreNoGroundForAVerdict() {
        Exploration seen =
                new Explorer(GRID, List.of(), Limits.none().withWorkers(1).lossy(48), Progress.NONE).run();

        assertThat(decide(GRID, seen)).isInstanceOf(Verdict.Inconclusive.class);
    }

    /** The grid with its coordinates in order: fewer states, and no telling which coordinate went up. */
    private record Sorted(TransitionSystem grid) implements TransitionSystem {

        @Override
        public int words() {
            return grid.words();
        }

        @Override
        public Expander expander() {
            Expander plain = grid.expander();
            return new Expander() {
                @Override
                public void initial(StepSink sink) {
                    plain.initial(sink);
                }

                @Override
                public void successors(long[] states, int offset, StepSink sink) {
                    plain.successors(states, offset, new StepSink() {
                        @Override
                        public void step(int action, long observations, long[] words, int at) {
                            sink.step(action, observations, new long[] {sorted(words[at])}, 0);
                        }

                        @Override
                        public void cut(int bound) {
                            sink.cut(bound);
                        }
                    });
                }
            };
        }

        private static long sorted(long state) {
            byte[] coordinates = ByteBuffer.allocate(Long.BYTES).putLong(state).array();
            Arrays.sort(coordinates);
            return ByteBuffer.wrap(coordinates).getLong();
        }

        @Override
        public List<String> reductionsForSafetyOnly() {
            return List.of("symmetry");
        }

        @Override
        public String describeAction(long[] state, int action) {
            return grid.describeAction(state, action);
        }

        @Override
        public String describeState(long[] state) {
            return grid.describeState(state);
        }
    }

    @Test
    void aReductionThatIsNotShownToKeepCyclesIsRefusedByName() {
        TransitionSystem sorted = new Sorted(GRID);
        Exploration seen = new Explorer(sorted, List.of(), Limits.none().withWorkers(1), Progress.NONE).run();

        assertThat(seen.distinct()).isEqualTo(1820);
        assertThat(decide(sorted, seen))
                .isEqualTo(new Verdict.Inconclusive("liveness needs every cycle, and it is not shown that these"
                        + " reductions keep them: symmetry; switch them off"));
    }
}
