package dev.lastack.checker.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arithmetic on words against arithmetic lane by lane. */
class LanesTest {

    private static final int LANES = 20;
    private static final int TRIES = 2_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 60, 125, 126, 127, 128, 1000, 32_765})
    void livesAreNumbers(int oldest) {
        LifeLanes lanes = new LifeLanes(oldest);
        Random random = new Random(oldest);
        for (int i = 0; i < TRIES; i++) {
            int[] a = random.ints(LANES, 0, oldest + 2).toArray();
            int[] b = random.ints(LANES, 0, oldest + 2).toArray();
            int like = random.nextInt(LANES);
            System.arraycopy(a, 0, b, 0, like);
            boolean covered = true;
            for (int lane = 0; lane < LANES; lane++) {
                covered &= a[lane] <= b[lane];
                int word = lanes.wordOf(lane);
                long x = pack(lanes, a)[word];
                long y = pack(lanes, b)[word];
                assertThat(in(lanes, lanes.join(x, y), lane)).isEqualTo(Math.max(a[lane], b[lane]));
                assertThat(in(lanes, lanes.meet(x, y), lane)).isEqualTo(Math.min(a[lane], b[lane]));
                assertThat(in(lanes, lanes.older(x), lane)).isEqualTo(Math.max(0, a[lane] - 1));
                assertThat(in(lanes, lanes.beforeTick(x), lane)).isEqualTo(Math.min(oldest + 1, a[lane] + 1));
                assertThat(in(lanes, lanes.without(x, y), lane)).isEqualTo(a[lane] <= b[lane] ? 0 : a[lane]);
            }
            assertThat(lanes.covered(pack(lanes, a), pack(lanes, b))).isEqualTo(covered);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 7, 8, 15, 30, 31, 32, 63})
    void agesAreSets(int oldest) {
        AgeLanes lanes = new AgeLanes(oldest);
        long all = -1L >>> (63 - oldest);
        Random random = new Random(oldest);
        for (int i = 0; i < TRIES; i++) {
            long[] a = random.longs(LANES).map(x -> x & all).toArray();
            long[] b = random.longs(LANES).map(x -> x & all).toArray();
            for (int lane = 0; lane < LANES; lane++) {
                long x = pack(lanes, a)[lanes.wordOf(lane)];
                long y = pack(lanes, b)[lanes.wordOf(lane)];
                assertThat(in(lanes, lanes.join(x, y), lane)).isEqualTo(a[lane] | b[lane]);
                assertThat(in(lanes, lanes.older(x), lane)).isEqualTo((a[lane] << 1) & all);
                assertThat(in(lanes, lanes.beforeTick(x), lane)).isEqualTo((a[lane] >>> 1) | 1L << oldest);
                assertThat(in(lanes, lanes.without(x, y), lane)).isEqualTo(a[lane] & ~b[lane]);
                assertThat(in(lanes, lanes.full(lane), lane)).isEqualTo(all);
            }
            assertThat(lanes.covered(pack(lanes, a), pack(lanes, b))).isEqualTo(isSubset(a, b));
            for (int lane = 0; lane < LANES; lane++) {
                b[lane] |= a[lane];
            }
            assertThat(lanes.covered(pack(lanes, a), pack(lanes, b))).isEqualTo(true);
        }
    }

    private static boolean isSubset(long[] a, long[] b) {
        return IntStream.range(0, LANES).allMatch(lane -> (a[lane] & ~b[lane]) == 0);
    }

    private static long in(Lanes lanes, long word, int lane) {
        return (word & lanes.maskOf(lane)) >>> lanes.shiftOf(lane);
    }

    private static long[] pack(Lanes lanes, int[] values) {
        return pack(lanes, Arrays.stream(values).asLongStream().toArray());
    }

    private static long[] pack(Lanes lanes, long[] values) {
        long[] words = new long[lanes.words(LANES)];
        for (int lane = 0; lane < LANES; lane++) {
            words[lanes.wordOf(lane)] |= values[lane] << lanes.shiftOf(lane);
        }
        return words;
    }
}
