package dev.lastack.benchmarks.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The twin without the engine: its counts are those that TLC and SPIN reach. TLC counts the initial state among
 * the generated ones.
 */
class TcpTwinTest {

    @ParameterizedTest
    @CsvSource({
        "2 1 1 1 0, 574, 236, 21, -1",
        "2 2 1 1 0, 952, 362, 22, -1",
        "2 2 1 2 0, 44506, 9579, 39, 11",
        "4 2 2 2 0, 45297, 9885, 32, 12",
        "4 2 2 2 1, 1002068, 210403, 44, 12"
    })
    void reachesTheCountsOfItsPeers(String constants, long generated, int distinct, int levels, int firstBad) {
        ReferenceSearch search = new ReferenceSearch(new TcpTwin(TwinConstants.parse(constants))).run();

        assertThat(1 + search.generated()).isEqualTo(generated);
        assertThat(search.distinct()).isEqualTo(distinct);
        assertThat(search.levels()).isEqualTo(levels);
        assertThat(search.firstBad()).isEqualTo(firstBad);
    }

    @Test
    void fitsOneWordUpToFourSegmentsInFlight() {
        assertThat(new TcpTwin(TwinConstants.parse("4 2 2 4 1")).words()).isEqualTo(1);
        assertThat(new TcpTwin(TwinConstants.parse("4 2 2 5 1")).words()).isEqualTo(2);
    }

    @Test
    void constantsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> TwinConstants.parse("4 2 0 3 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the twin's TW is 0; it must be from 1 to 8");
        assertThatThrownBy(() -> TwinConstants.parse("4 2 2 3")).hasMessageContaining("M L TW CAP D");
    }
}
