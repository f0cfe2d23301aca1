package dev.lastack.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

    private static final TwinConstants TWIN = TwinConstants.parse("4 2 2 2 1");

    private static ProcessRun run(double wall, double cpu, long distinct) {
        return new ProcessRun(wall, cpu, 50_000_000, new Counts(distinct, 7 * distinct, OptionalLong.of(8 * distinct)));
    }

    private static Entry lastack(int workers, ProcessRun... runs) {
        return new Entry(new LastackEngine(workers, false), List.of(runs));
    }

    private static Entry spin(int workers, ProcessRun... runs) {
        return new Entry(new Spin(workers), List.of(runs));
    }

    @Test
    void ratiosAreOfMedians() {
        String table = ComparisonTable.render(
                TWIN,
                List.of(
                        lastack(1, run(2, 2, 1000), run(9, 9, 1000), run(1, 1, 1000)),
                        lastack(2, run(1, 2, 1000), run(1, 2, 1000), run(1, 2, 1000)),
                        spin(1, run(8, 7, 1000), run(9, 9, 1000), run(8, 8, 1000))));

        assertThat(table)
                .contains("1,000 distinct states, 7,000 steps.")
                .contains("| lastack | 1 | 3 | 2.00 | 2.00 | 500 | 8.0 | 50 | yes | 2.00 | 1.00 |")
                .contains("| SPIN, depth-first | 1 | 3 | 8.00 | 8.00 | 125 | 8.0 | 50 | yes | 8.00 | 4.00 |");
    }

    @Test
    void cpuTimeThatIsNotWholeIsNotPrinted() {
        String table = ComparisonTable.render(TWIN, List.of(lastack(1, run(2, 2, 1000)), spin(2, run(4, 4, 1000))));

        assertThat(table).contains("| 2 | 1 | 4.00 | – | 250 | 8.0 | 50 | yes | 2.00 | – |");
    }

    @Test
    void differentCountsGiveNoRatio() {
        String table = ComparisonTable.render(TWIN, List.of(lastack(1, run(2, 2, 1000)), spin(1, run(4, 4, 1001))));

        assertThat(table)
                .contains("The engines counted differently, so no ratio is given.")
                .contains("- SPIN, depth-first, 1 workers: 1,001 distinct, 7,007 steps")
                .contains("| 2.00 | 2.00 | 500 | 8.0 | 50 | yes | – | – |")
                .contains("| 4.00 | 4.00 | 250 | 8.0 | 50 | yes | – | – |");
    }

    @Test
    void runsOfOneEngineThatDisagreeAreRefused() {
        assertThatThrownBy(() -> ComparisonTable.render(TWIN, List.of(lastack(1, run(2, 2, 1000), run(2, 2, 999)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in two runs");
    }
}
