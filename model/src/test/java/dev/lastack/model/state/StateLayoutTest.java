package dev.lastack.model.state;

import static dev.lastack.tcp.TcpState.CLOSED;
import static dev.lastack.tcp.TcpState.ESTABLISHED;
import static dev.lastack.tcp.TcpState.LISTEN;
import static dev.lastack.tcp.TcpState.TIME_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateLayoutTest {

    private static final int A = 0;
    private static final int B = 1;

    @Test
    void whatIsWrittenIsReadAgainForAllValuesOfAllFields() {
        StateLayout.Builder builder = new StateLayout.Builder();
        List<StateLayout.Field> fields = new ArrayList<>();
        fields.add(builder.shared("seven", 7));
        fields.add(builder.endpoint(A, "five", 5, TcpStates.ALL));
        fields.add(builder.shared("nothing", 0));
        fields.add(builder.endpoint(B, "three", 3, TcpStates.ALIVE));
        fields.add(builder.endpoint(A, "one", 1, TcpStates.set(TIME_WAIT)));
        StateLayout layout = builder.build(Reduction.ALL);
        long[] words = new long[layout.words()];
        int[] values = new int[fields.size()];
        do {
            for (int i = 0; i < values.length; i++) {
                fields.get(i).set(words, values[i]);
            }
            for (int i = 0; i < values.length; i++) {
                assertThat(fields.get(i).get(words)).isEqualTo(values[i]);
            }
            for (int word = 0; word < words.length; word++) {
                assertThat(words[word]).isBetween(0L, StateLayout.greatest(layout.significantBits(word)));
            }
        } while (next(values, fields));
    }

    /** Counts through all combinations of values. */
    private static boolean next(int[] values, List<StateLayout.Field> fields) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < fields.get(i).max()) {
                values[i]++;
                return true;
            }
            values[i] = 0;
        }
        return false;
    }

    @Test
    void noFieldCrossesAWord() {
        StateLayout.Builder builder = new StateLayout.Builder();
        List<StateLayout.Field> slots = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            slots.add(builder.slot(A, "slot " + i, 27));
        }
        StateLayout layout = builder.build(Reduction.ALL);
        long[] words = new long[layout.words()];
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).setLong(words, StateLayout.greatest(27) - i);
        }
        for (int i = 0; i < slots.size(); i++) {
            assertThat(slots.get(i).getLong(words)).isEqualTo(StateLayout.greatest(27) - i);
        }
        assertThat(layout.words()).isEqualTo(4);
        assertThat(layout.significantBits(0)).isEqualTo(54);
        assertThat(layout.significantBits(3)).isEqualTo(27);
    }

    @Test
    void fieldsThatAreNeverLiveTogetherShareTheirBitsAndAChangeOfStateClearsThem() {
        StateLayout.Builder builder = new StateLayout.Builder();
        StateLayout.Field timer = builder.endpoint(A, "timer", 15, TcpStates.set(TIME_WAIT));
        StateLayout.Field octets = builder.endpoint(A, "octets", 15, TcpStates.set(ESTABLISHED));
        StateLayout.Field number = builder.endpoint(A, "number", 15, TcpStates.set(ESTABLISHED, TIME_WAIT));
        StateLayout layout = builder.build(Reduction.ALL);
        assertThat(layout.significantBits(0)).isEqualTo(8);
        long[] words = new long[1];
        octets.set(words, 9);
        number.set(words, 6);

        int index = ESTABLISHED.code() * TcpStates.ALL.size() + TIME_WAIT.code();
        words[0] &= layout.keptBits(A)[index];

        assertThat(timer.get(words)).isZero();
        assertThat(number.get(words)).isEqualTo(6);
        assertThat(layout.liveBits(0, CLOSED, LISTEN)).isZero();
    }

    @Test
    void aFieldThatIsAloneSharesNothing() {
        StateLayout.Builder builder = new StateLayout.Builder();
        builder.endpoint(A, "timer", 15, TcpStates.set(TIME_WAIT));
        builder.endpoint(A, "octets", 15, TcpStates.set(ESTABLISHED)).alone();

        assertThat(builder.build(Reduction.ALL).significantBits(0)).isEqualTo(8);
    }

    @Test
    void whatBelongsToEachHostLiesInWordsOfItsOwn() {
        StateLayout.Builder builder = new StateLayout.Builder();
        builder.endpoint(B, "octets", 15, TcpStates.set(ESTABLISHED));
        builder.slot(B, "toA slot 0", 7);
        builder.endpoint(A, "timer", 15, TcpStates.set(TIME_WAIT));
        builder.slot(A, "toB slot 0", 9);
        builder.shared("loss", 3);
        StateLayout layout = builder.build(Reduction.ALL);

        assertThat(layout.words()).isEqualTo(2);
        assertThat(layout.significantBits(0)).isEqualTo(15);
        assertThat(layout.significantBits(1)).isEqualTo(11);
        assertThat(layout.toString().lines().filter(line -> line.startsWith("word 0")))
                .allMatch(line -> line.contains("A timer") || line.contains("toB slot 0") || line.contains("loss"));
    }

    @Test
    void aFieldWiderThanAWordIsRefused() {
        assertThatThrownBy(() -> new StateLayout.Builder().shared("huge", -1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("huge");
    }

    @Test
    void theWidthHoldsTheGreatestValueAndNoMore() {
        for (int max = 1; max < 1000; max++) {
            int bits = StateLayout.bitsFor(max);
            assertThat(StateLayout.greatest(bits)).isGreaterThanOrEqualTo(max);
            assertThat(StateLayout.greatest(bits - 1)).isLessThan(max);
        }
    }
}
