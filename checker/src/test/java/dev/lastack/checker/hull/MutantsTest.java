package dev.lastack.checker.hull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Lanes;
import dev.lastack.checker.lanes.LifeLanes;
import dev.lastack.checker.lanes.RandomLaneSystem;
import dev.lastack.checker.search.StopCondition;
import dev.lastack.checker.search.WorkerPool;
import dev.lastack.checker.store.level.Memory;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Breaks one part of the search after another: the comparison with the simple search sees each. */
class MutantsTest {

    private static final int SYSTEMS = 1500;
    private static final int MOST = 5_000;

    @Test
    void nothingIsSeenWhereNothingIsBroken() {
        assertThat(isCaught(LifeLanes::new, UnaryOperator.identity())).isFalse();
    }

    @Test
    void aWrongOrderIsCaught() {
        assertThat(isCaught(
                        oldest -> new LifeLanes(oldest) {
                            @Override
                            public boolean covered(long[] a, long[] b) {
                                // One who holds the first token covers whoever holds that.
                                return super.covered(a, b) || (at(a, 0) > 0 && at(b, 0) >= at(a, 0));
                            }
                        },
                        UnaryOperator.identity()))
                .isTrue();
    }

    @Test
    void aWrongJoinIsCaught() {
        assertThat(isCaught(
                        oldest -> new LifeLanes(oldest) {
                            @Override
                            public long join(long a, long b) {
                                return meet(a, b);
                            }
                        },
                        UnaryOperator.identity()))
                .isTrue();
    }

    @Test
    void aDroppedLaneIsCaught() {
        assertThat(isCaught(
                        oldest -> new LifeLanes(oldest) {
                            @Override
                            public long older(long word) {
                                return super.older(word) & ~maskOf(0);
                            }
                        },
                        UnaryOperator.identity()))
                .isTrue();
    }

    @Test
    void aDeadLifeThatIsOneTooLongIsCaught() {
        assertThat(isCaught(
                        oldest -> new LifeLanes(oldest) {
                            @Override
                            public long beforeTick(long word) {
                                return super.beforeTick(super.beforeTick(word));
                            }
                        },
                        UnaryOperator.identity()))
                .isTrue();
    }

    @Test
    void aSliceThatLosesAControlIsCaught() {
        assertThat(isCaught(LifeLanes::new, question -> {
                    BitSet slice = (BitSet) question.slice().clone();
                    slice.clear(slice.length() - 1);
                    return new HullQuestion(question.violation(), slice, question.dead());
                }))
                .isTrue();
    }

    private static boolean isCaught(IntFunction<LifeLanes> lives, UnaryOperator<HullQuestion> broken) {
        for (int seed = 0; seed < SYSTEMS; seed++) {
            RandomLaneSystem system = new RandomLaneSystem(seed, false);
            OptionalInt expected = new SimpleSearch(system).shortestViolation();
            if (expected.isPresent()) {
                try {
                    if (shortest(system, lives.apply(system.oldest()), broken) != expected.getAsInt()) {
                        return true;
                    }
                } catch (AssertionError e) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The length of the shortest violating run that the search finds, or 0; saturated it must find one as well, or none. */
    private static int shortest(LaneSystem system, Lanes lanes, UnaryOperator<HullQuestion> broken) {
        try (WorkerPool crew = new WorkerPool(1)) {
            StopCondition halt = new StopCondition(
                    Limits.none(), Progress.NONE, System.nanoTime(), () -> new Progress.Report(0, 0, 0, 0, 0, 0));
            Team team = new Team(crew, halt);
            Memory memory = new Memory(Long.MAX_VALUE);
            Hull hull = new Hull(system, lanes, RandomLaneSystem.VIOLATION, team, memory);
            hull.compute(MOST);
            if ((hull.observed() & RandomLaneSystem.VIOLATION) == 0) {
                return 0;
            }
            HullQuestion question = broken.apply(
                    HullQuestion.about(hull, new Predecessors(hull.controls()), RandomLaneSystem.VIOLATION));
            AntichainSearch saturated = new AntichainSearch(hull, question, true, team, memory);
            saturated.run(MOST);
            AntichainSearch search = new AntichainSearch(hull, question, false, team, memory);
            search.run(MOST);
            assertThat(saturated.violation().isPresent())
                    .isEqualTo(search.violation().isPresent());
            return search.violation().isPresent() ? search.depth() - 1 : 0;
        }
    }
}
