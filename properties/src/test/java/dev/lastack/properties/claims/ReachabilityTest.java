package dev.lastack.properties.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachabilityTest {

    private static final Scenario SCENARIO = Scenarios.variant("one-tick-short").with(Map.of("capacity", "2"));

    private static ClaimResult ask(String formula) {
        return Verification.of(SCENARIO)
                .claims(Reachability.unreachable(formula))
                .run()
                .claims()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "A.state == TIME-WAIT",
                "B.state == LAST-ACK && A.gone",
                "network.empty && B.state == LAST-ACK",
                "toA.contains(RST) && A.state == ESTABLISHED",
                "A.state == TIME-WAIT && network.empty && !B.gone",
                "A.state == CLOSING",
                "toA.contains(text)",
            })
    void theWitnessIsAShortestRun(String formula) {
        ClaimResult result = ask(formula);

        OptionalInt shortest = distance(formula);

        assertThat(result.outcome()).isEqualTo(shortest.isPresent() ? Outcome.VIOLATED : Outcome.HOLDS);
        result.trace().ifPresent(run -> {
            assertThat(run.steps()).hasSize(shortest.getAsInt());
            assertThat(Reachability.predicate(formula, result.model())
                            .test(run.state(run.steps().size()), 0))
                    .isTrue();
        });
    }

    /** By a plain breadth-first search over a set of states. */
    private static OptionalInt distance(String formula) {
        TerminationModel model = TerminationModel.of(SCENARIO);
        StatePredicate wanted = Reachability.predicate(formula, model);
        Steps steps = new Steps(model);
        Set<LongBuffer> seen = new HashSet<>();
        List<long[]> level = steps.initial();
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<long[]> next = new ArrayList<>();
            for (long[] state : level) {
                if (wanted.test(state, 0)) {
                    return OptionalInt.of(depth);
                }
                for (Trace.Step step : steps.from(state)) {
                    if (seen.add(LongBuffer.wrap(step.target()))) {
                        next.add(step.target());
                    }
                }
            }
            level = next;
        }
        return OptionalInt.empty();
    }

    @Test
    void theFormulaIsReadBackFromTheClaim() {
        Claim claim = Reachability.unreachable("A.gone && network.empty");

        assertThat(Reachability.formula(claim.id(), claim.sentence())).contains("A.gone && network.empty");
        assertThat(Reachability.formula("reach", "A user's own words.")).isEmpty();
        assertThat(Reachability.formula("mine", claim.sentence())).isEmpty();
    }
}
