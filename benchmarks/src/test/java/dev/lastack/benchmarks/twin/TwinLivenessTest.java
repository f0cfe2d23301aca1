package dev.lastack.benchmarks.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.LivenessSearch;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.checker.search.Explorer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The liveness verdicts that TLC gives for the twin 4 2 2 2 1 under WF(Tick). */
class TwinLivenessTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void timeWaitMovesButNeedNotEnd(int workers) {
        TcpTwin twin = new TcpTwin(TwinConstants.parse("4 2 2 2 1"));
        Limits limits = Limits.none().withWorkers(workers);
        Exploration seen = new Explorer(twin, List.of(), limits, Progress.NONE).run();

        Map<String, LivenessResult> results = new LivenessSearch(twin, TcpTwin.fairTick(), limits, Progress.NONE)
                .run(seen, List.of(twin.timeWaitMoves(), twin.timeWaitEnds()));

        assertThat(results.get("time-wait-moves")).isNotNull().satisfies(result -> {
            assertThat(result.verdict()).isInstanceOf(Verdict.Holds.class);
            assertThat(result.needed()).containsExactly(Set.of("tick"));
        });
        assertThat(results.get("time-wait-ends"))
                .isNotNull()
                .extracting(LivenessResult::verdict)
                .asInstanceOf(type(Verdict.Violated.class))
                .satisfies(violated -> assertThat(violated.trace().loopStart()).isPresent());
    }
}
