package dev.lastack.checker.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Progress.Stage;
import dev.lastack.checker.liveness.graph.SearchClock;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A search tells what it does, and stops when nobody wants it any more. */
class StagesTest {

    private static final int LOOKS = 1 << 19;

    private final List<Stage> told = new ArrayList<>();

    private static void work(Progress progress, Limits limits) throws StoppedException {
        SearchClock watch = new SearchClock(limits, progress, 7);
        long end = System.nanoTime() + Duration.ofMillis(150).toNanos();
        watch.begin("searching", LOOKS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        for (int step = 0; step < LOOKS; step++) {
            watch.step();
        }
    }

    @Test
    void theStageIsToldWithItsCounts() throws StoppedException {
        work(report -> told.add(report.stage().orElseThrow()), Limits.none());

        assertThat(told).contains(new Stage("searching", "edges", LOOKS / 2, LOOKS));
    }

    @Test
    void aWatcherEndsTheSearch() {
        assertThatThrownBy(() -> work(report -> false, Limits.none()))
                .isInstanceOf(StoppedException.class)
                .hasMessageContaining("interrupted");
    }

    @Test
    void aLimitOfTimeEndsTheSearch() {
        Limits limits = Limits.none().withTimeout(Duration.ofMillis(50));
        assertThatThrownBy(() -> work(Progress.NONE, limits))
                .isInstanceOf(StoppedException.class)
                .hasMessageContaining("time");
    }
}
