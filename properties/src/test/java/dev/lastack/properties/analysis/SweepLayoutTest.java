package dev.lastack.properties.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.ScenarioException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SweepLayoutTest {

    private static Sweep sweep(int maxCells, String... axes) {
        return Sweep.of(
                Scenario.builder("base").build(),
                Stream.of(axes).map(Axis::parse).toList(),
                List.of(TerminationClaims.NO_OLD_FIN, TerminationClaims.DRAINED),
                maxCells);
    }

    @Test
    void theLastAxisIsTheFastest() {
        assertThat(sweep(100, "msl=1,2", "isn=constant,monotonic").cells())
                .extracting(Cell::toString)
                .containsExactly(
                        "msl=1 isn=constant", "msl=1 isn=monotonic", "msl=2 isn=constant", "msl=2 isn=monotonic");
    }

    @Test
    void aRangeThatNamesMslFollowsTheMslOfItsCell() {
        assertThat(sweep(100, "msl=1,2", "time-wait=2*msl-1..2*msl").cells())
                .extracting(Cell::toString)
                .containsExactly("msl=1 time-wait=1", "msl=1 time-wait=2", "msl=2 time-wait=3", "msl=2 time-wait=4");
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThatThrownBy(() -> sweep(100, "time-wait=3..1"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("3..1 is empty");
    }

    @Test
    void anUnknownKnobIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> sweep(100, "tme-wait=1,2"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("did you mean 'time-wait'?");
    }

    @Test
    void tooManyCellsAreRefusedBeforeAnyIsExplored() {
        assertThatThrownBy(() -> sweep(1000, "time-wait=0..999", "msl=1..1000"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("asks for 1,000,000 cells; at most 1,000 are taken");
    }

    @Test
    void aTableReadsBackWithoutItsTornLastLine() {
        Sweep sweep = sweep(100, "time-wait=0..2");
        SweepTable table = SweepTable.of(sweep);
        List<CellResult> results = results(sweep, Outcome.VIOLATED, Outcome.HOLDS, Outcome.HOLDS);
        String text = table.text(results);

        Map<Map<String, String>, CellResult> read =
                table.read(new StringReader(text.substring(0, text.length() - 12)), "results.csv");

        assertThat(read.values()).containsExactlyInAnyOrderElementsOf(results.subList(0, 2));
    }

    @Test
    void theTableOfAnotherSweepIsRefused() {
        String other = SweepTable.of(sweep(100, "msl=1..2")).header();
        assertThatThrownBy(
                        () -> SweepTable.of(sweep(100, "time-wait=0..2")).read(new StringReader(other), "results.csv"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("another sweep");
    }

    @Test
    void theResultsOfAScenarioWithOtherKnobsAreRefused() {
        Sweep sweep = sweep(100, "time-wait=0..2");
        Sweep lossy = Sweep.of(
                sweep.base().with(Map.of("loss", "2")), List.of(Axis.parse("time-wait=0..2")), sweep.claims(), 100);
        String text = SweepTable.of(sweep).text(results(sweep, Outcome.HOLDS, Outcome.HOLDS, Outcome.HOLDS));

        assertThatThrownBy(() -> SweepTable.of(lossy).read(new StringReader(text), "results.csv"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("results.csv:2:1: is a result of base#")
                .hasMessageContaining("another scenario, or one with other knobs");
    }

    @Test
    void aTableThatIsDamagedIsRefusedAtItsLine() {
        Sweep sweep = sweep(100, "time-wait=0..2");
        SweepTable table = SweepTable.of(sweep);
        String text = table.text(results(sweep, Outcome.HOLDS, Outcome.HOLDS, Outcome.HOLDS));

        assertThatThrownBy(() -> table.read(new StringReader(text.replaceFirst(",10,", ",ten,")), "results.csv"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("results.csv:2:1: 'ten' is no number of states");
    }

    @Test
    void theThresholdIsTheLeastValueFromWhichAllHold() {
        Sweep sweep = sweep(100, "time-wait=0..3");
        List<CellResult> results = results(sweep, Outcome.HOLDS, Outcome.VIOLATED, Outcome.HOLDS, Outcome.VACUOUS);

        assertThat(Threshold.of(results, "time-wait"))
                .contains(new Threshold(Map.of(), "no-old-fin", Optional.of("2"), false, List.of("0")));
    }

    @Test
    void whatIsNotDecidedAtTheGreatestValueHasNoThreshold() {
        Sweep sweep = sweep(100, "time-wait=0..1");
        List<CellResult> results = results(sweep, Outcome.HOLDS, Outcome.INCONCLUSIVE);

        assertThat(Threshold.of(results, "time-wait"))
                .contains(new Threshold(Map.of(), "no-old-fin", Optional.empty(), true, List.of("0")));
    }

    /** One result per cell with this outcome for no-old-fin, and `drained` violated. */
    private static List<CellResult> results(Sweep sweep, Outcome... outcomes) {
        return sweep.cells().stream()
                .map(cell -> new CellResult(
                        cell,
                        Map.of("no-old-fin", outcomes[cell.number()], "drained", Outcome.VIOLATED),
                        10,
                        "",
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }
}
