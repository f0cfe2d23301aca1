package dev.lastack.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.model.JudgedScenario;
import dev.lastack.model.TerminationModel;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios whose verdicts were found by an enumerator that shares no code with this one; {@code rows.txt} describes them. */
class CalibrationTest {

    static Stream<CalibrationRow> small() {
        return Calibration.rows().stream().filter(CalibrationRow::small);
    }

    static Stream<CalibrationRow> large() {
        return Calibration.rows().stream().filter(row -> !row.small());
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
        Exploration exploration = JudgedScenario.explore(TerminationModel.of(row.scenario()));
        Set<String> failing = JudgedScenario.failing(exploration);
        if (row.exactly()) {
            assertThat(failing).containsExactlyInAnyOrderElementsOf(row.fails());
        } else {
            assertThat(failing).containsAll(row.fails());
        }
        assertThat(exploration.stopped()).isEmpty();
    }
}
