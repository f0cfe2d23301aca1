package dev.lastack.properties.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Scenario BASE = Scenarios.variant("two-msl");

    private static Sweep sweep() {
        return Sweep.of(
                BASE,
                Stream.of("isn=random,monotonic", "time-wait=0..2*msl+1")
                        .map(Axis::parse)
                        .toList(),
                TerminationClaims.safety(),
                100);
    }

    private static List<CellResult> run(Sweep sweep, int workers, Map<Map<String, String>, CellResult> done) {
        return sweep.run(Limits.none().withWorkers(workers).withMaxStates(200_000), done, result -> {}, Progress.NONE);
    }

    @Test
    void theTableIsTheSameForAnyNumberOfWorkers() {
        Sweep sweep = sweep();
        SweepTable table = SweepTable.of(sweep);

        assertThat(table.text(run(sweep, 2, Map.of()))).isEqualTo(table.text(run(sweep, 1, Map.of())));
    }

    @Test
    void randomNumbersNeedTwoMslAndMonotonicOnesNeedNoWaiting() {
        List<CellResult> results = run(sweep(), 2, Map.of());

        assertThat(Threshold.of(results, "time-wait"))
                .contains(
                        new Threshold(Map.of("isn", "random"), "no-old-fin", Optional.of("2"), false, List.of()),
                        new Threshold(Map.of("isn", "monotonic"), "no-old-fin", Optional.of("0"), false, List.of()),
                        new Threshold(Map.of("isn", "monotonic"), "drained", Optional.of("2"), false, List.of()));
        assertThat(results)
                .extracting(result -> result.argument())
                .containsExactly(
                        SafetyArgument.NONE,
                        SafetyArgument.NONE,
                        SafetyArgument.WAITING,
                        SafetyArgument.WAITING,
                        SafetyArgument.NUMBERS,
                        SafetyArgument.NUMBERS,
                        SafetyArgument.WAITING,
                        SafetyArgument.WAITING);
    }

    @Test
    void aCellThatExhaustsTheHeapIsUndecidedAndCostsNoOtherItsVerdicts() {
        Claim greedy = new Claim("greedy", "Takes all memory without TIME-WAIT.", "this test", List.of(), model -> {
            if (model.scenario().a().timeWait().length() == 0) {
                throw new OutOfMemoryError("as the virtual machine would");
            }
            return new Property.Invariant("greedy", (states, offset) -> true, (states, offset) -> true);
        });
        Sweep sweep = Sweep.of(BASE, List.of(Axis.parse("time-wait=0..1")), List.of(greedy), 100);

        List<CellResult> results = run(sweep, 2, Map.of());

        assertThat(results)
                .extracting(result -> result.outcomes().get("greedy"))
                .containsExactly(Outcome.INCONCLUSIVE, Outcome.HOLDS);
        assertThat(results).extracting(CellResult::note).containsExactly("the heap is exhausted", "");
    }

    @Test
    void aResumedSweepDoesOnlyWhatIsLeft() {
        Sweep sweep = sweep();
        SweepTable table = SweepTable.of(sweep);
        List<CellResult> all = run(sweep, 2, Map.of());
        Map<Map<String, String>, CellResult> done =
                table.read(new StringReader(table.text(all.subList(0, 5))), "results.csv");
        List<CellResult> fresh = new ArrayList<>();

        List<CellResult> resumed = sweep.run(Limits.none().withMaxStates(200_000), done, fresh::add, Progress.NONE);

        assertThat(fresh).hasSize(3);
        assertThat(table.text(resumed)).isEqualTo(table.text(all));
    }
}
