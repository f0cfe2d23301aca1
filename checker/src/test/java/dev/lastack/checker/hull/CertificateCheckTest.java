package dev.lastack.checker.hull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.Certificate;
import dev.lastack.checker.certificate.CertificateCheck;
import dev.lastack.checker.certificate.CertificateFile;
import dev.lastack.checker.lanes.RandomLaneSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tampered proof is refused for. */
class CertificateCheckTest {

    private static final StepInvariant CLAIM =
            new StepInvariant("claim", RandomLaneSystem.RELEVANT, RandomLaneSystem.VIOLATION);

    @TempDir
    Path directory;

    /** Of a random system whose property holds: its states, for both ways to prove it. */
    private record Proof(RandomLaneSystem system, List<CoverState> states) {

        Optional<String> refusal(List<CoverState> tampered) {
            return new CertificateCheck(system, CLAIM.violation()).refusal(new Certificate("it", tampered), "it");
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
                    tampered.set(i, new CoverState(state.control(), less));
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
                        .startsWith("a step violates the property: action ");
                return;
            }
        }
        throw new AssertionError("no random system violates its property");
    }

    @Test
    void aProofOfSomethingElseIsRefused() {
        Proof proof = proofs().get(0);
        assertThat(new CertificateCheck(proof.system(), CLAIM.violation())
                        .refusal(new Certificate("this", proof.states()), "that"))
                .contains("it is a proof of something else: of this, not of that");
        assertThat(proof.refusal(List.of(new CoverState(new long[] {1}, new TreeMap<>()))))
                .get()
                .asString()
                .startsWith("a state has another shape");
        assertThat(proof.refusal(List.of())).get().asString().startsWith("the initial state is not covered");
    }

    @Test
    void aFileGivesBackWhatWasWritten() throws IOException {
        Path file = directory.resolve("proof.txt");
        for (Proof proof : proofs().subList(0, 20)) {
            CertificateFile.write(new Certificate("it", proof.states()), file);
            Certificate read = CertificateFile.read(file);
            assertThat(proof.refusal(read.states())).isEmpty();
            assertThat(read.states()).hasSameSizeAs(proof.states());
        }
        Files.writeString(file, "lastack certificate 1\nit\n0 1: 5=2 5=3\n");
        assertThatThrownBy(() -> CertificateFile.read(file)).hasMessageContaining(file + ":3: not a state: '5=3'");
        Files.writeString(file, "{}\n");
        assertThatThrownBy(() -> CertificateFile.read(file)).hasMessageContaining(file + ":1: the first line");
    }
}
