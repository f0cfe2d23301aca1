package dev.lastack.model.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceSpaceTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 64})
    void aNumberIsLessThanThoseLessThanHalfOfTheSpaceAhead(int size) {
        SequenceSpace space = new SequenceSpace(size);
        for (int a = 0; a < size; a++) {
            for (int ahead = 0; ahead < size; ahead++) {
                int b = (a + ahead) % size;
                boolean lessByRfc793 = ahead != 0 && ahead < size / 2;
                // Half a space apart each of two numbers is less than the other; windows keep numbers from being so.
                assertThat(space.less(a, b)).isEqualTo(lessByRfc793 || ahead == size / 2);
                assertThat(space.distance(a, b)).isEqualTo(ahead);
                assertThat(space.plus(a, ahead)).isEqualTo(b);
                assertThat(space.plus(b, -ahead)).isEqualTo(a);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16})
    void aWindowWrapsAround(int size) {
        SequenceSpace space = new SequenceSpace(size);
        for (int from = 0; from < size; from++) {
            for (int length = 0; length < size; length++) {
                for (int offset = 0; offset < size; offset++) {
                    assertThat(space.within((from + offset) % size, from, length))
                            .isEqualTo(offset < length);
                }
            }
        }
    }

    @Test
    void anUnboundedSpaceNeverWraps() {
        SequenceSpace space = new SequenceSpace(0);
        assertThat(space.less(3, 1_000_000)).isTrue();
        assertThat(space.less(1_000_000, 3)).isFalse();
        assertThat(space.less(3, 3)).isFalse();
        assertThat(space.within(4, 5, 10)).isFalse();
        assertThat(space.within(5, 5, 10)).isTrue();
        assertThat(space.within(14, 5, 10)).isTrue();
        assertThat(space.within(15, 5, 10)).isFalse();
        assertThat(space.shown(space.origin())).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 1, 3, 6})
    void onlyPowersOfTwoAreSpaces(int size) {
        assertThatThrownBy(() -> new SequenceSpace(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(size));
    }
}
