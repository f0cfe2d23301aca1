package dev.lastack.checker.hull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.CertificateCheck;
import dev.lastack.checker.certificate.CheckResult;
import dev.lastack.checker.lanes.CoverState;
import dev.lastack.checker.lanes.LaneRun;
import dev.lastack.checker.lanes.LaneSink;
import dev.lastack.checker.lanes.LaneSteps;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Prompt;
import dev.lastack.checker.lanes.RandomLaneSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a tampered proof is refused for. */
class CertificateCheckTest {

    private static final StepInvariant CLAIM =
            new StepInvariant("claim", RandomLaneSystem.RELEVANT, RandomLaneSystem.VIOLATION);

    /** Of a random system whose property holds: its states, for both ways to prove it. */
    private record Proof(RandomLaneSystem system, List<CoverState> states) {

        Optional<String> refusal(List<CoverState> tampered) {
            return new CertificateCheck(system, List.of(CLAIM)).check(tampered) instanceof CheckResult.Refused refused
                    ? Optional.of(refused.why())
                    : Optional.empty();
        }
    }

    private static List<Proof> proofs() {
        List<Proof> proofs = new ArrayList<>();
        for (int seed = 0; seed < 400; seed++) {
            RandomLaneSystem system = new RandomLaneSystem(seed, seed % 2 == 0);
            HullExploration seen = new HullSearch(system, List.of(CLAIM), Limits.none(), Progress.NONE).run();
            if (seen.decisions().get(CLAIM.name()) instanceof HullDecision.Holds holds) {
                proofs.add(new Proof(system, holds.cover().get()));
            }
        }
        assertThat(proofs).hasSizeGreaterThan(50);
        return proofs;
    }

    @Test
    void aProofWithoutOneOfItsStatesIsRefused() {
        int refused = 0;
        int all = 0;
        for (Proof proof : proofs()) {
            assertThat(proof.refusal(proof.states())).isEmpty();
            for (int i = 0; i < proof.states().size(); i++) {
                List<CoverState> tampered = new ArrayList<>(proof.states());
                CoverState lost = tampered.remove(i);
                all++;
                refused += proof.refusal(tampered).isPresent() ? 1 : 0;
                // A hull needs each of its states; of an antichain another state may do.
                boolean isOnly = tampered.stream().noneMatch(state -> Arrays.equals(state.control(), lost.control()));
                assertThat(proof.refusal(tampered).isPresent() || !isOnly).isTrue();
            }
        }
        assertThat(refused).isGreaterThan(all / 2);
    }

    @Test
    void aStateThatHoldsLessIsRefusedWithTheFirstStepThatIsNotCovered() {
        List<String> refusals = new ArrayList<>();
        for (Proof proof : proofs()) {
            for (int i = 0; i < proof.states().size(); i++) {
                CoverState state = proof.states().get(i);
                for (long token : state.lanes().keySet()) {
                    SortedMap<Long, Long> less = new TreeMap<>(state.lanes());
                    less.remove(token);
                    List<CoverState> tampered = new ArrayList<>(proof.states());
                    tampered.set(i, CoverState.of(state.control(), less));
                    proof.refusal(tampered).ifPresent(refusals::add);
                }
            }
        }
        assertThat(refusals)
                .hasSizeGreaterThan(20)
                .allMatch(refusal -> refusal.startsWith("a step leads to a state that is not covered: action "));
    }

    @Test
    void aStateThatViolatesIsRefused() {
        for (int seed = 0; seed < 200; seed++) {
            RandomLaneSystem system = new RandomLaneSystem(seed, false);
            HullExploration seen = new HullSearch(
                            system,
                            List.of(new StepInvariant("none", RandomLaneSystem.RELEVANT, 0)),
                            Limits.none(),
                            Progress.NONE)
                    .run();
            HullDecision.Holds everything =
                    (HullDecision.Holds) Objects.requireNonNull(seen.decisions().get("none"));
            if (new SimpleSearch(system).shortestViolation().orElse(0) > 0) {
                assertThat(new Proof(system, everything.cover().get())
                                .refusal(everything.cover().get()))
                        .get()
                        .asString()
                        .startsWith("a step violates claim: action ");
                return;
            }
        }
        throw new AssertionError("no random system violates its property");
    }

    @Test
    void whatIsNoStateOfTheSystemIsRefused() {
        Proof proof = proofs().get(0);
        CoverState some = proof.states().get(0);
        long[] none = {};
        assertThat(proof.refusal(List.of())).get().asString().startsWith("the initial state is not covered");
        assertThat(proof.refusal(List.of(new CoverState(new long[] {1}, none, none))))
                .get()
                .asString()
                .startsWith("a state has another shape");
        assertThat(proof.refusal(List.of(new CoverState(some.control(), new long[] {5}, new long[] {-1}))))
                .get()
                .asString()
                .startsWith("a state has another shape");
        List<CoverState> foreign = new ArrayList<>(proof.states());
        foreign.add(new CoverState(new long[] {1, 1}, none, none));
        assertThat(proof.refusal(foreign))
                .get()
                .asString()
                .startsWith("the system has no steps in a state with the words [1, 1]");
    }

    /** What lies beyond a bound is no part of a proof, which says so. */
    @Test
    void namesTheBoundsThatCut() {
        CheckResult result = new CertificateCheck(new Bounded(), List.of(CLAIM))
                .check(List.of(new CoverState(new long[1], new long[0], new long[0])));
        assertThat(result).isEqualTo(new CheckResult.Accepted(1, 0, List.of("the other bound")));
    }

    private static final class Bounded implements LaneSystem, LaneSteps {
        @Override
        public int controlWords() {
            return 1;
        }

        @Override
        public int oldest() {
            return 0;
        }

        @Override
        public boolean agesAreRead() {
            return false;
        }

        @Override
        public List<String> bounds() {
            return List.of("a bound", "the other bound");
        }

        @Override
        public LaneSteps steps() {
            return this;
        }

        @Override
        public long[] initial() {
            return new long[1];
        }

        @Override
        public void unprompted(long[] control, LaneSink sink) {
            sink.cut(1);
        }

        @Override
        public void prompted(long[] control, Prompt prompt, LaneSink sink) {}

        @Override
        public int classOf(long token) {
            return 0;
        }

        @Override
        public String describe(long[] control) {
            return "";
        }

        @Override
        public String describe(long[] control, LaneRun.Step step) {
            return "";
        }
    }
}
