package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Variant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a tick ranks within an instant, in scenarios in ticks. The thresholds there stay when all durations are multiplied; that
 * nothing at all depends on the length of a tick is said of real durations alone, see {@link InstantScalingTest}.
 */
class TimingTest {

    private static final String ONE_TICK_SHORT =
            "isn=random, sequence-space=4, window=1, data=0, msl=1, time-wait=1, rto=1, time-wait.restart=on-answer,"
                    + "capacity=2";
    private static final String TWO_MSL = ONE_TICK_SHORT.replace("time-wait=1", "time-wait=2");
    private static final String ONE_TICK_MORE = ONE_TICK_SHORT.replace("time-wait=1", "time-wait=3");
    private static final String ONE_LOSS =
            "isn=monotonic, msl=1, time-wait=1, rto=1, time-wait.restart=on-answer, capacity=2, loss=1, data=0";

    /** The 2MSL timer ranks before the network: at the instant at which it runs out nothing finds TIME-WAIT any more. */
    private static final class TimerFirst extends Decisions {
        @Override
        public boolean timeWaitEndsBeforeArrivals() {
            return true;
        }
    }

    private static Stream<Arguments> scaled() {
        return Stream.of(ONE_TICK_SHORT, TWO_MSL, ONE_LOSS, ONE_LOSS.replace("time-wait=1", "time-wait=2"))
                .flatMap(knobs -> Stream.of(Arguments.of(knobs, 2), Arguments.of(knobs, 3)));
    }

    @ParameterizedTest
    @MethodSource("scaled")
    void thresholdsStayWhenAllDurationsAreMultiplied(String knobs, int factor) {
        JudgedScenario row = new JudgedScenario(knobs);

        assertThat(JudgedScenario.failing(row.explore(factor, Variant.OF_KNOBS)))
                .isEqualTo(JudgedScenario.failing(row.explore(1, Variant.OF_KNOBS)));
    }

    @Test
    void twoMslIsEnoughWhereTheNetworkRanksBeforeTheTimer() {
        assertThat(JudgedScenario.failing(new JudgedScenario(TWO_MSL).explore(1, Variant.OF_KNOBS)))
                .isEmpty();
        assertThat(JudgedScenario.failing(new JudgedScenario(ONE_TICK_SHORT).explore(1, Variant.OF_KNOBS)))
                .contains("no-old-fin", "drained");
    }

    @Test
    void oneTickMoreIsNeededWhereTheTimerRanksBeforeTheNetwork() {
        assertThat(JudgedScenario.failing(new JudgedScenario(ONE_TICK_MORE).explore(1, Variant.of(TimerFirst.class))))
                .isEmpty();
        assertThat(JudgedScenario.failing(new JudgedScenario(TWO_MSL).explore(1, Variant.of(TimerFirst.class))))
                .contains("no-old-fin", "drained");
    }
}
