package dev.lastack.counterexamples.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.Scenarios;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveredRangeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, no octets are sent",
        "1, 0, A may send 1 octet and B 0",
        "0, 1, A may send 0 octets and B 1",
        "2, 1, A may send 2 octets and B 1",
    })
    void countsOctetsAsPeopleDo(String a, String b, String sentence) {
        assertThat(CoveredRange.octets(Scenarios.of(Map.of("A.data", a, "B.data", b))))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 segment is", "2, 2 segments are"})
    void countsSegmentsAsPeopleDo(int capacity, String start) {
        assertThat(CoveredRange.inFlight(capacity)).isEqualTo(start + " in flight in each direction");
    }
}
