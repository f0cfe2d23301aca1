package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.model.decisions.Variant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios whose verdicts were found by an enumerator that shares no code with this one. A row gives the knobs and the
 * claims that fail; the others of the nine hold within the capacity. After "≥" more may fail. Not named in a row:
 * {@code time-wait.rst=ignore, loss=none, duplication=none, start=established, B.close=after-peer, incarnations=2}.
 */
class CalibrationTest {

    private static final String RANDOM = "isn=random, sequence-space=4, window=1, data=0, ";
    private static final String HOSTILE =
            "isn=monotonic, msl=2, rto=1, time-wait.restart=on-fin, capacity=3, loss=unlimited, duplication=unlimited, ";
    private static final String ALL_BUT_REPLAY = "no-old-fin, no-old-ack, no-old-rst, drained, last-ack-clean";
    private static final String ALL = ALL_BUT_REPLAY + ", no-replay";

    private static Stream<CalibrationRow> small() {
        return Stream.of(
                row(RANDOM + "msl=1, time-wait=1, rto=1, time-wait.restart=on-answer, capacity=2", ALL_BUT_REPLAY),
                row(RANDOM + "msl=1, time-wait=2, rto=1, time-wait.restart=on-answer, capacity=2", ""),
                row(RANDOM + "msl=1, time-wait=2, rto=1, time-wait.restart=on-answer, capacity=2, B.close=may", ""),
                row(RANDOM + "msl=3, time-wait=5, rto=3, time-wait.restart=on-answer, capacity=2", ALL_BUT_REPLAY),
                row(RANDOM + "msl=3, time-wait=6, rto=3, time-wait.restart=on-answer, capacity=2", ""),
                row(
                        "isn=monotonic, msl=1, time-wait=1, rto=1, time-wait.restart=on-answer, capacity=4, loss=1, data=0",
                        "≥last-ack-clean"),
                row(
                        "isn=monotonic, msl=1, time-wait=2, rto=1, time-wait.restart=on-answer, capacity=4, loss=1, data=0",
                        "drained"),
                row(
                        "isn=constant, msl=1, time-wait=2, rto=1, time-wait.restart=on-answer, capacity=4, data=0",
                        "no-replay, drained"));
    }

    private static Stream<CalibrationRow> large() {
        return Stream.concat(largeRandom(), largeWithOrderedNumbers());
    }

    private static Stream<CalibrationRow> largeRandom() {
        return Stream.of(
                row(RANDOM + "msl=1, time-wait=1, rto=1, time-wait.restart=on-answer, capacity=4", ALL),
                row(RANDOM + "msl=1, time-wait=2, rto=1, time-wait.restart=on-answer, capacity=4", "no-replay"),
                row(
                        RANDOM + "msl=1, time-wait=2, rto=1, time-wait.restart=on-fin, capacity=4",
                        "no-replay, no-old-rst, drained, last-ack-clean"),
                row(
                        RANDOM + "msl=1, time-wait=1, rto=1, time-wait.restart=on-fin, capacity=4",
                        "≥no-old-fin, no-old-handshake"),
                row(RANDOM + "msl=2, time-wait=3, rto=2, time-wait.restart=on-answer, capacity=3", ALL),
                row(RANDOM + "msl=2, time-wait=4, rto=2, time-wait.restart=on-answer, capacity=3", "no-replay"),
                row(
                        RANDOM + "msl=2, time-wait=4, rto=2, time-wait.restart=on-fin, capacity=3",
                        "no-replay, no-old-rst, drained, last-ack-clean"),
                row(
                        RANDOM + "msl=1, time-wait=2, rto=1, time-wait.restart=on-answer, capacity=3,"
                                + "time-wait.rst=as-elsewhere",
                        "≥no-old-fin"),
                row(
                        RANDOM + "msl=1, time-wait=6, rto=1, time-wait.restart=on-answer, capacity=3,"
                                + "time-wait.rst=as-elsewhere",
                        "≥no-old-fin"),
                row(
                        RANDOM + "msl=1, time-wait=4, rto=1, time-wait.restart=on-answer, capacity=3,"
                                + "loss=unlimited, retransmissions=1",
                        "≥no-old-fin"),
                row(
                        RANDOM + "msl=1, time-wait=4, rto=1, time-wait.restart=on-answer, capacity=3, abort=1",
                        "≥no-old-fin"),
                row(RANDOM + "msl=1, time-wait=3, rto=1, time-wait.restart=never, capacity=4, loss=1", "≥no-old-fin"));
    }

    private static Stream<CalibrationRow> largeWithOrderedNumbers() {
        return Stream.of(
                row(HOSTILE + "data=1, time-wait=0", "drained, last-ack-clean"),
                row(HOSTILE + "data=1, time-wait=1", "drained, last-ack-clean"),
                row(HOSTILE + "data=1, time-wait=2", "drained, last-ack-clean"),
                row(HOSTILE + "data=1, time-wait=4", "drained, last-ack-clean"),
                row(
                        HOSTILE + "data=1, time-wait=4, time-wait.rst=as-elsewhere, B.close=may",
                        "time-wait-kept, drained, last-ack-clean"),
                row(
                        "isn=constant, msl=1, time-wait=0, rto=1, time-wait.restart=on-answer, capacity=3, loss=1, data=0",
                        "≥no-old-fin, no-old-handshake"));
    }

    @ParameterizedTest
    @MethodSource("small")
    void failsExactlyWhereItMust(CalibrationRow row) {
        check(row);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("large")
    void failsExactlyWhereItMustInLargeSpaces(CalibrationRow row) {
        check(row);
    }

    private static void check(CalibrationRow row) {
        Exploration exploration = row.explore(1, Variant.OF_KNOBS);
        if (row.atLeast()) {
            assertThat(CalibrationRow.failing(exploration)).containsAll(row.expected());
        } else {
            assertThat(CalibrationRow.failing(exploration)).isEqualTo(row.expected());
        }
        assertThat(exploration.stopped()).isEmpty();
    }

    private static CalibrationRow row(String knobs, String fails) {
        return new CalibrationRow(knobs, fails);
    }
}
