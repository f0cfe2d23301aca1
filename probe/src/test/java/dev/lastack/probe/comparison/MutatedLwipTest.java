package dev.lastack.probe.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.probe.Recorded;
import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.knobs.Knob;
import dev.lastack.scenario.knobs.Knobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was measured of lwIP once, compared with its variant and with variants in which one knob is wrong. */
class MutatedLwipTest {

    private static final Observations OBSERVATIONS = Recorded.observations(MeasuredStack.LWIP);

    /** Times that the variant leaves out because they are shorter than its tick. */
    private static final Map<String, String> TIMES = Map.of(
            "tick", "500ms",
            "rto", "2500ms",
            "rto.backoff", "exponential(48s)",
            "retransmissions", "5",
            "challenge-limit", "off");

    private static List<Row> rows(Map<String, String> changes) {
        return Comparison.rows(OBSERVATIONS, setting -> Comparison.scenario(MeasuredStack.LWIP, setting, changes));
    }

    private static Verdict verdict(String knob, Map<String, String> changes) {
        return rows(changes).stream()
                .filter(row -> row.knob().equals(knob) && row.setting() == Setting.DEFAULT)
                .map(Row::verdict)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theVariantIsWhatWasMeasured() {
        assertThat(rows(Map.of()))
                .allSatisfy(
                        row -> assertThat(row.verdict()).as(row.toString()).isIn(Verdict.AGREES, Verdict.NOT_STATED));
        assertThat(rows(Map.of()))
                .filteredOn(row -> row.verdict() == Verdict.NOT_STATED)
                .extracting(Row::knob)
                .containsExactly("challenge-limit", "rto", "rto.backoff", "retransmissions");
    }

    @Test
    void withTheTimesOfLwipEveryKnobIsStatedAndAgrees() {
        assertThat(rows(TIMES))
                .allSatisfy(row -> assertThat(row.verdict()).as(row.toString()).isEqualTo(Verdict.AGREES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        time-wait             | 0
        time-wait             | 100s
        time-wait             | 140s
        time-wait.restart     | never
        time-wait.restart     | on-fin
        time-wait.restart     | on-answer
        time-wait.restart     | on-out-of-window
        time-wait.rst         | in-window
        time-wait.rst         | exact
        time-wait.syn         | challenge
        time-wait.syn         | drop
        time-wait.syn         | reopen-beyond-window
        time-wait.syn         | reopen-if-newer-seq
        time-wait.bare-ack    | answer
        isn                   | constant
        isn                   | random
        timestamps            | on
        rst-check             | in-window
        ack-check             | rfc5961
        reassembly            | off
        fin-wait-2-timeout    | off
        fin-wait-2-timeout    | 40s
        fin-wait-2.rst        | in-window
        fin-wait-2.rst        | ignore
        """)
    void aWrongKnobIsCaught(String knob, String value) {
        assertThat(verdict(knob, Map.of(knob, value))).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void aWrongReuseIsCaught() {
        assertThat(verdict(
                        "time-wait.reuse-after",
                        Map.of("time-wait.reuse-after", "0", "time-wait.reuse-needs", "nothing")))
                .isEqualTo(Verdict.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rto                   | 1s
        rto                   | 3s..4s
        rto.backoff           | none
        rto.backoff           | exponential(20s)
        retransmissions       | 4
        challenge-limit       | 10 per 5s
        """)
    void aWrongTimeIsCaught(String knob, String value) {
        Map<String, String> changes = new HashMap<>(TIMES);
        changes.put(knob, value);

        assertThat(verdict(knob, changes)).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void everyKnobOfAnEndpointIsMeasuredOrNotObservableForAReason() {
        Set<String> named =
                new TreeSet<>(Comparison.notObservable(MeasuredStack.LWIP).keySet());
        List<String> measured = rows(Map.of()).stream().map(Row::knob).toList();

        assertThat(measured).doesNotContainAnyElementsOf(named);
        named.addAll(measured);
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Knobs.all().stream()
                        .filter(knob -> knob.scope() == Knob.Scope.ENDPOINT)
                        .map(Knob::name)
                        .toList());
    }
}
