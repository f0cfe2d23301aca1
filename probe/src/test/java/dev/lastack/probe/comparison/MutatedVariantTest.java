package dev.lastack.probe.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.probe.Recorded;
import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Knob;
import dev.lastack.scenario.knobs.Knobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was measured once, compared with the variant and with variants in which one knob is wrong. */
class MutatedVariantTest {

    private static final Observations OBSERVATIONS = Recorded.observations(MeasuredStack.LINUX);

    /** The times of Linux, which the variant leaves out because they are shorter than its tick. */
    private static final Map<String, String> TIMES = Map.of(
            "msl", "30s",
            "rto", "200ms..300ms",
            "rto.backoff", "exponential(120s)",
            "retransmissions", "8",
            "challenge-limit", "1 per 500ms");

    private static List<Row> rows(Map<String, String> changes) {
        return Comparison.rows(OBSERVATIONS, setting -> Comparison.scenario(MeasuredStack.LINUX, setting, changes));
    }

    private static Verdict verdict(String knob, Setting setting, Map<String, String> changes) {
        return rows(changes).stream()
                .filter(row -> row.knob().equals(knob) && row.setting() == setting)
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
    void withTheTimesOfLinuxEveryKnobIsStatedAndAgrees() {
        Function<Setting, Scenario> scenarios = setting -> Comparison.scenario(MeasuredStack.LINUX, setting, TIMES)
                .with(setting == Setting.TW_REUSE ? Map.of("time-wait.reuse-after", "1s") : Map.of());

        assertThat(Comparison.rows(OBSERVATIONS, scenarios))
                .allSatisfy(row -> assertThat(row.verdict()).as(row.toString()).isEqualTo(Verdict.AGREES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        time-wait             | DEFAULT  | 0
        time-wait             | DEFAULT  | msl
        time-wait             | DEFAULT  | 3*msl
        time-wait.restart     | DEFAULT  | never
        time-wait.restart     | DEFAULT  | on-fin
        time-wait.restart     | DEFAULT  | on-any-fin
        time-wait.rst         | DEFAULT  | in-window
        time-wait.rst         | DEFAULT  | ignore
        time-wait.syn         | DEFAULT  | challenge
        time-wait.syn         | DEFAULT  | drop
        time-wait.syn         | DEFAULT  | reset
        time-wait.syn         | DEFAULT  | reopen-beyond-window
        time-wait.syn         | DEFAULT  | reopen-if-newer-timestamp
        time-wait.bare-ack    | DEFAULT  | answer
        time-wait.reuse-after | DEFAULT  | 0
        time-wait.reuse-after | DEFAULT  | 1
        time-wait.reuse-after | TW_REUSE | off
        time-wait.reuse-after | TW_REUSE | 0
        time-wait.reuse-after | TW_REUSE | 2
        time-wait.reuse-needs | TW_REUSE | nothing
        isn                   | DEFAULT  | constant
        isn                   | DEFAULT  | random
        timestamps            | DEFAULT  | off
        rst-check             | DEFAULT  | in-window
        ack-check             | DEFAULT  | rfc9293
        reassembly            | DEFAULT  | off
        fin-wait-2-timeout    | DEFAULT  | off
        fin-wait-2-timeout    | DEFAULT  | msl
        fin-wait-2-timeout    | DEFAULT  | 3*msl
        fin-wait-2.rst        | DEFAULT  | as-elsewhere
        fin-wait-2.rst        | DEFAULT  | exact
        fin-wait-2.rst        | DEFAULT  | ignore
        challenge-limit       | DEFAULT  | 10 per 1
        rto                   | DEFAULT  | 1
        rto.backoff           | DEFAULT  | none
        rto.backoff           | DEFAULT  | exponential(1)
        retransmissions       | DEFAULT  | unlimited
        retransmissions       | DEFAULT  | 7
        """)
    void aWrongKnobIsCaught(String knob, Setting setting, String value) {
        assertThat(verdict(knob, setting, Map.of(knob, value))).isEqualTo(Verdict.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                rto                   | DEFAULT  | 10ms
                rto                   | DEFAULT  | 1s..2s
                rto.backoff           | DEFAULT  | exponential(20s)
                retransmissions       | DEFAULT  | 9
                challenge-limit       | DEFAULT  | 10 per 5s
                challenge-limit       | DEFAULT  | 1 per 1s
                challenge-limit       | DEFAULT  | off
                time-wait             | DEFAULT  | 50s
                fin-wait-2-timeout    | DEFAULT  | 70s
                time-wait.reuse-after | TW_REUSE | 500ms
                time-wait.reuse-after | TW_REUSE | 2s
        """)
    void aWrongTimeIsCaught(String knob, Setting setting, String value) {
        Map<String, String> changes = new HashMap<>(TIMES);
        changes.put(knob, value);

        assertThat(verdict(knob, setting, changes)).isEqualTo(Verdict.DIFFERS);
    }

    /** Two values that the kernel cannot tell apart: the first two are one rule here, the others differ in no case alone. */
    @ParameterizedTest
    @CsvSource({"time-wait.rst, as-elsewhere", "time-wait.restart, on-answer", "isn, clock(1)"})
    void theseValuesMeanTheSameHere(String knob, String value) {
        assertThat(verdict(knob, Setting.DEFAULT, Map.of(knob, value))).isEqualTo(Verdict.AGREES);
    }

    @Test
    void everyKnobOfAnEndpointIsMeasuredOrNotObservableForAReason() {
        Set<String> named =
                new TreeSet<>(Comparison.notObservable(MeasuredStack.LINUX).keySet());
        Set<String> measured = rows(Map.of()).stream().map(Row::knob).collect(Collectors.toCollection(TreeSet::new));

        assertThat(measured).doesNotContainAnyElementsOf(named);
        named.addAll(measured);
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Knobs.all().stream()
                        .filter(knob -> knob.scope() == Knob.Scope.ENDPOINT)
                        .map(Knob::name)
                        .toList());
    }

    @Test
    void whatIsMissingIsNotMeasured() {
        Observations observations = Recorded.observations(MeasuredStack.LINUX);
        observations.responses().clear();
        observations.series().clear();

        assertThat(Comparison.rows(
                        observations, setting -> Comparison.scenario(MeasuredStack.LINUX, setting, Map.of())))
                .extracting(Row::verdict)
                .containsOnly(Verdict.NOT_MEASURED);
    }
}
