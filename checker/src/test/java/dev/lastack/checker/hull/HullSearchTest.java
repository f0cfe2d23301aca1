package dev.lastack.checker.hull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.certificate.CertificateCheck;
import dev.lastack.checker.certificate.CheckResult;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.RandomLaneSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
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
            assertThat(new CertificateCheck(system, List.of(CLAIM))
                            .check(holds.cover().get()))
                    .isInstanceOf(CheckResult.Accepted.class);
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anyNumberOfWorkersFindsTheSame(@ForAll long seed, @ForAll boolean agesAreRead) {
        RandomLaneSystem system = new RandomLaneSystem(seed, agesAreRead);
        String one = rendered(decide(system, 1));
        assertThat(rendered(decide(system, 2))).isEqualTo(one);
        assertThat(rendered(decide(system, 3))).isEqualTo(one);
    }

    /** A property that only rare steps put to the test: it is vacuous where none of them is reachable. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatIsNeverTestedIsVacuous(@ForAll long seed, @ForAll boolean agesAreRead) {
        RandomLaneSystem system = new RandomLaneSystem(seed, agesAreRead);
        StepInvariant rare = new StepInvariant("rare", RandomLaneSystem.VIOLATION, 0);
        HullDecision decision = Objects.requireNonNull(
                new HullSearch(system, List.of(rare), Limits.none().withWorkers(1), Progress.NONE)
                        .run()
                        .decisions()
                        .get("rare"));
        new SimpleSearch(system).shortestViolation().ifPresent(length -> {
            if (length == 0) {
                assertThat(decision).isEqualTo(new HullDecision.Vacuous());
            } else {
                assertThat(((HullDecision.Holds) decision).isTested()).isTrue();
            }
        });
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
        for (int seed = 0; seed < 1_500; seed++) {
            HullDecision decision = decide(new RandomLaneSystem(seed, seed % 2 == 0), 1);
            kinds.add(
                    decision instanceof HullDecision.Holds holds
                            ? holds.by().toString()
                            : decision.getClass().getSimpleName());
        }
        assertThat(kinds.stream().filter("HULL"::equals).count()).isGreaterThan(30);
        assertThat(kinds.stream().filter("ANTICHAIN"::equals).count()).isPositive();
        assertThat(kinds.stream().filter("Violated"::equals).count()).isGreaterThan(30);
    }

    @Test
    void limitsAndCancellingLeaveItUndecided() {
        LaneSystem system = LongStream.range(0, 100)
                .mapToObj(seed -> new RandomLaneSystem(seed, false))
                .filter(each -> explore(each, Limits.none()).controls() > 2)
                .findFirst()
                .orElseThrow();
        assertThat(explore(system, Limits.none().withMaxStates(0)).decisions().get(CLAIM.name()))
                .isEqualTo(new HullDecision.Inconclusive("the limit of 0 states was reached"));
        assertThat(explore(system, Limits.none().withMaxBytes(10)).decisions().get(CLAIM.name()))
                .isEqualTo(new HullDecision.Inconclusive("the memory budget of 10 bytes is used up"));
        assertThat(explore(system, Limits.none().withTimeout(Duration.ZERO)).stopped())
                .contains("the time limit was reached");
        assertThat(new HullSearch(system, List.of(CLAIM), Limits.none(), report -> false)
                        .run()
                        .stopped())
                .contains("the search was cancelled");
    }

    /** Whenever it is cancelled, what is violated does not hold. */
    @Test
    void whatWasCancelledNeverHolds() {
        for (int seed = 0; seed < 200; seed++) {
            RandomLaneSystem system = new RandomLaneSystem(seed, false);
            boolean isViolated = decide(system, 1) instanceof HullDecision.Violated;
            for (int reports = 0; isViolated && reports < 30; reports++) {
                AtomicInteger left = new AtomicInteger(reports);
                HullExploration seen = new HullSearch(
                                system,
                                List.of(CLAIM),
                                Limits.none().withWorkers(1),
                                report -> left.getAndDecrement() > 0)
                        .run();
                assertThat(seen.decisions().get(CLAIM.name()))
                        .as("seed %s after %s reports", seed, reports)
                        .isNotInstanceOf(HullDecision.Holds.class)
                        .isNotInstanceOf(HullDecision.Vacuous.class);
            }
        }
    }
}
