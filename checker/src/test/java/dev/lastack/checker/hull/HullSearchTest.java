package dev.lastack.checker.hull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.Certificate;
import dev.lastack.checker.certificate.CertificateCheck;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.RandomLaneSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Holds the search against one that keeps every state, on small random systems. */
class HullSearchTest {

    private static final StepInvariant CLAIM =
            new StepInvariant("claim", RandomLaneSystem.RELEVANT, RandomLaneSystem.VIOLATION);

    private static HullExploration explore(LaneSystem system, Limits limits) {
        return new HullSearch(system, List.of(CLAIM), limits, Progress.NONE).run();
    }

    private static HullDecision decide(LaneSystem system, int workers) {
        return Objects.requireNonNull(
                explore(system, Limits.none().withWorkers(workers)).decisions().get(CLAIM.name()));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void decidesWhatASimpleSearchDecides(@ForAll long seed, @ForAll boolean agesAreRead) {
        RandomLaneSystem system = new RandomLaneSystem(seed, agesAreRead);
        SimpleSearch simple = new SimpleSearch(system);
        OptionalInt shortest = simple.shortestViolation();
        HullDecision decision = decide(system, 1);
        if (decision instanceof HullDecision.Violated violated) {
            assertThat(simple.canTake(violated.run())).isTrue();
            if (shortest.isPresent()) {
                assertThat(violated.run().steps()).hasSize(shortest.getAsInt());
            }
        } else {
            assertThat(shortest.orElse(0)).isZero();
            HullDecision.Holds holds = (HullDecision.Holds) decision;
            Certificate certificate = new Certificate("a", holds.cover().get());
            assertThat(new CertificateCheck(system, CLAIM.violation()).refusal(certificate, "a"))
                    .isEmpty();
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anyNumberOfWorkersFindsTheSame(@ForAll long seed, @ForAll boolean agesAreRead) {
        RandomLaneSystem system = new RandomLaneSystem(seed, agesAreRead);
        String one = rendered(decide(system, 1));
        assertThat(rendered(decide(system, 2))).isEqualTo(one);
        assertThat(rendered(decide(system, 3))).isEqualTo(one);
    }

    private static String rendered(HullDecision decision) {
        if (decision instanceof HullDecision.Holds holds) {
            StringBuilder text = new StringBuilder(holds.by() + " " + holds.kept());
            holds.cover()
                    .get()
                    .forEach(state -> text.append('\n')
                            .append(Arrays.toString(state.control()))
                            .append(state.lanes()));
            return text.toString();
        }
        return decision.toString();
    }

    /** Otherwise the properties above would compare little. */
    @Test
    void randomSystemsAreOfAllKinds() {
        List<String> kinds = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            HullDecision decision = decide(new RandomLaneSystem(seed, seed % 2 == 0), 1);
            kinds.add(
                    decision instanceof HullDecision.Holds holds
                            ? holds.by().toString()
                            : decision.getClass().getSimpleName());
        }
        assertThat(kinds.stream().filter("HULL"::equals).count()).isGreaterThan(30);
        assertThat(kinds.stream().filter("ANTICHAIN"::equals).count()).isGreaterThan(2);
        assertThat(kinds.stream().filter("Violated"::equals).count()).isGreaterThan(30);
    }

    @Test
    void limitsAndCancellingLeaveItUndecided() {
        RandomLaneSystem system = new RandomLaneSystem(1, false);
        assertThat(explore(system, Limits.none().withMaxStates(0)).decisions().get(CLAIM.name()))
                .isEqualTo(new HullDecision.Inconclusive("the limit of 0 states was reached"));
        assertThat(explore(system, Limits.none().withMaxBytes(10)).decisions().get(CLAIM.name()))
                .isEqualTo(new HullDecision.Inconclusive("the memory budget of 10 bytes is used up"));
        assertThat(explore(system, Limits.none().withTimeout(Duration.ZERO)).stopped())
                .contains("the time limit of 0 s was reached");
        assertThat(new HullSearch(system, List.of(CLAIM), Limits.none(), report -> false)
                        .run()
                        .stopped())
                .contains("the search was cancelled");
    }
}
