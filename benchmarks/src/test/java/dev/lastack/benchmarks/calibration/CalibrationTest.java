package dev.lastack.benchmarks.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.model.calibration.Calibration;
import dev.lastack.model.calibration.CalibrationRow;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import org.junit.jupiter.api.Test;

/** The rows are read and judged as they are meant; whether all come out is on the page of results. */
class CalibrationTest {

    @Test
    void everyRowIsReadWithKnownKnobsAndClaims() {
        assertThat(Calibration.rows()).hasSize(26).allSatisfy(row -> {
            assertThat(row.scenario().environment().capacity()).isBetween(2, 4);
            assertThat(row.fails())
                    .allSatisfy(id -> assertThat(TerminationClaims.byId(id)).isPresent());
        });
    }

    @Test
    void aRowIsComparedWithWhatFails() {
        CalibrationRow oneTickShort = Calibration.rows().get(0);
        CalibrationRow twoMsl = Calibration.rows().get(1);
        Report report = Verification.of(oneTickShort.scenario())
                .claims(JudgedClaims.ALL)
                .run();

        assertThat(JudgedClaims.differences(oneTickShort, report)).isEmpty();
        assertThat(JudgedClaims.differences(twoMsl, report))
                .containsExactly(
                        "no-old-fin fails",
                        "no-old-ack fails",
                        "no-old-rst fails",
                        "drained fails",
                        "last-ack-clean fails");
    }

    @Test
    void whatShouldFailAndHoldsIsADifference() {
        CalibrationRow oneTickShort = Calibration.rows().get(0);
        Report report = Verification.of(Calibration.rows().get(1).scenario())
                .claims(JudgedClaims.ALL)
                .run();

        assertThat(JudgedClaims.differences(oneTickShort, report)).contains("no-old-fin does not fail");
    }
}
