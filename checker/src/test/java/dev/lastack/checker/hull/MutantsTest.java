package dev.lastack.checker.hull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.CertificateCheck;
import dev.lastack.checker.certificate.CheckResult;
import dev.lastack.checker.lanes.CoverState;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Lanes;
import dev.lastack.checker.lanes.LifeLanes;
import dev.lastack.checker.lanes.RandomLaneSystem;
import dev.lastack.checker.search.StopCondition;
import dev.lastack.checker.search.WorkerPool;
import dev.lastack.checker.store.level.Memory;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Breaks one part of the search after another: the comparison with the simple search sees each, and the check of certificates
 * refuses whatever a broken search takes for proved.
 */
class MutantsTest {

    private static final int SYSTEMS = 1_500;

    /** How many more systems are tried after a mutant is caught, to check what it claims to have proved. */
    private static final int MORE = 50;

    private static final int MOST = 5_000;

    private static final StepInvariant CLAIM =
            new StepInvariant("claim", RandomLaneSystem.RELEVANT, RandomLaneSystem.VIOLATION);

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
        int caught = SYSTEMS;
        for (int seed = 0; seed < SYSTEMS && seed <= caught + MORE; seed++) {
            RandomLaneSystem system = new RandomLaneSystem(seed, false);
            OptionalInt expected = new SimpleSearch(system).shortestViolation();
            if (expected.isPresent()) {
                try (WorkerPool crew = new WorkerPool(1)) {
                    Found found = new Broken(system, lives.apply(system.oldest()), broken, crew).find();
                    boolean isWrong = found.length() != expected.getAsInt();
                    if (isWrong && found.length() == 0) {
                        assertThat(new CertificateCheck(system, List.of(CLAIM)).check(found.cover()))
                                .as("seed %s", seed)
                                .isInstanceOf(CheckResult.Refused.class);
                    }
                    caught = isWrong ? Math.min(caught, seed) : caught;
                } catch (Lost e) {
                    caught = Math.min(caught, seed);
                }
            }
        }
        return caught < SYSTEMS;
    }

    /** The search has contradicted itself. */
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * What a search has found.
     *
     * @param length of the shortest violating run, or 0 if there is none
     * @param cover if there is none, the states that should prove it
     */
    private record Found(int length, List<CoverState> cover) {}

    /** A search of which some part may be broken. */
    private record Broken(LaneSystem system, Lanes lanes, UnaryOperator<HullQuestion> broken, WorkerPool crew) {

        Found find() {
            StopCondition halt = new StopCondition(
                    Limits.none(), Progress.NONE, System.nanoTime(), () -> new Progress.Report(0, 0, 0, 0, 0, 0));
            Team team = new Team(crew, halt);
            Memory memory = new Memory(Long.MAX_VALUE);
            Hull hull = new Hull(system, lanes, RandomLaneSystem.VIOLATION, team, memory);
            try {
                hull.compute(MOST);
            } catch (AssertionError e) {
                throw new Lost();
            }
            if ((hull.observed() & RandomLaneSystem.VIOLATION) == 0) {
                return new Found(0, new Covers(hull).ofHull());
            }
            Predecessors predecessors = new Predecessors(hull.controls());
            HullQuestion question = broken.apply(HullQuestion.about(hull, predecessors, RandomLaneSystem.VIOLATION)
                    .withoutDead(hull, predecessors));
            AntichainSearch saturated = new AntichainSearch(hull, question, true, team, memory);
            saturated.run(MOST);
            AntichainSearch search = new AntichainSearch(hull, question, false, team, memory);
            search.run(MOST);
            if (saturated.violation().isPresent() != search.violation().isPresent()) {
                throw new Lost();
            }
            return search.violation().isPresent()
                    ? new Found(search.depth() - 1, List.of())
                    : new Found(0, new Covers(hull).of(saturated, question));
        }
    }
}
