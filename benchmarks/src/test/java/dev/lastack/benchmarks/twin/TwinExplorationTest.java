package dev.lastack.benchmarks.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.search.Explorer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine on the twin: the counts that TLC, SPIN and an independent enumerator reach, with any workers. */
class TwinExplorationTest {

    @ParameterizedTest
    @CsvSource({
        "2 1 1 1 0, 573, 236, 21, -1",
        "2 2 1 1 0, 951, 362, 22, -1",
        "2 2 1 2 0, 44505, 9579, 39, 11",
        "4 2 2 2 0, 45296, 9885, 32, 12",
        "4 2 2 2 1, 1002067, 210403, 44, 12",
        "4 2 2 3 1, 20747107, 3103178, 49, 11"
    })
    void countsAndShortestViolation(String constants, long generated, long distinct, int levels, int shortest) {
        for (int workers = 1; workers <= 2; workers++) {
            Exploration seen = explore(constants, workers);

            assertThat(seen.stopped()).isEmpty();
            assertThat(seen.generated()).isEqualTo(generated);
            assertThat(seen.distinct()).isEqualTo(distinct);
            assertThat(seen.levels()).isEqualTo(levels);
            assertThat(seen.verdicts().values())
                    .allSatisfy(verdict -> assertThat(length(verdict)).isEqualTo(shortest));
        }
    }

    @Tag("deep")
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void thirtyMillionStates(int workers) {
        Exploration seen = explore("4 2 2 4 1", workers);

        assertThat(seen.stopped()).isEmpty();
        assertThat(seen.distinct()).isEqualTo(30_374_222);
        assertThat(seen.generated()).isBetween(260_450_000L, 260_550_000L);
    }

    private static Exploration explore(String constants, int workers) {
        TcpTwin twin = new TcpTwin(TwinConstants.parse(constants));
        return new Explorer(
                        twin,
                        List.of(twin.noOldData(), twin.noOldAccepted()),
                        Limits.none().withWorkers(workers),
                        Progress.NONE)
                .run();
    }

    /** Steps of the run that violates, or -1 if the claim holds or was not put to the test. */
    private static int length(Verdict verdict) {
        if (verdict instanceof Verdict.Violated violated) {
            Trace trace = violated.trace();
            return trace.steps().size();
        }
        return -1;
    }
}
