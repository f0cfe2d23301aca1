package dev.lastack.benchmarks.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TcpTwinTest {

    @Test
    void fitsOneWordUpToFourSegmentsInFlight() {
        assertThat(new TcpTwin(TwinConstants.parse("4 2 2 4 1")).words()).isEqualTo(1);
        assertThat(new TcpTwin(TwinConstants.parse("4 2 2 5 1")).words()).isEqualTo(2);
    }

    @Test
    void constantsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> TwinConstants.parse("4 2 0 3 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the twin's TW is 0; it must be from 1 to 6");
        assertThatThrownBy(() -> TwinConstants.parse("4 2 2 3")).hasMessageContaining("M L TW CAP D");
    }

    @Test
    void networkTooWideForAWordIsRefused() {
        assertThatThrownBy(() -> new TcpTwin(TwinConstants.parse("8 8 2 6 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 63 fit");
    }
}
