package dev.lastack.properties.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.Trace;
import dev.lastack.checker.walk.RandomRun;
import dev.lastack.checker.walk.RandomWalks;
import dev.lastack.checker.walk.StepWeight;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.LivenessClaims;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final TerminationModel MODEL = TerminationModel.of(Scenarios.variant("one-tick-short"));
    private static final StatePredicate NEVER = (states, offset) -> false;

    private static SimulationResult simulate(long seed, int runs, StatePredicate wanted) {
        return Simulation.of(
                MODEL,
                TerminationClaims.safety(),
                new Simulation.Runs(seed, runs, 80, StepWeight.UNIFORM, wanted),
                () -> false);
    }

    /** Every figure, counted again over the same runs. */
    @Test
    void countsWhatTheRunsShow() {
        SimulationResult result = simulate(3, 120, NEVER);

        RandomWalks walks = new RandomWalks(MODEL, StepWeight.UNIFORM);
        Map<String, Integer> violated = new HashMap<>();
        Map<String, Integer> shortest = new HashMap<>();
        int inTimeWait = 0;
        long steps = 0;
        for (int number = 0; number < 120; number++) {
            Trace run = walks.run(3, number, 80, NEVER).run();
            steps += run.steps().size();
            boolean timeWait = false;
            for (int position = 0; position <= run.steps().size(); position++) {
                timeWait |= MODEL.decode(run.state(position)).a().state() == TcpState.TIME_WAIT;
            }
            inTimeWait += timeWait ? 1 : 0;
            TerminationClaims.safety().forEach(claim -> {
                Property property = claim.property(MODEL).orElseThrow();
                property.firstViolation(run, MODEL).ifPresent(position -> {
                    violated.merge(claim.id(), 1, Integer::sum);
                    shortest.merge(claim.id(), position, Math::min);
                });
            });
        }
        assertThat(result.runs()).isEqualTo(120);
        assertThat(result.steps()).isEqualTo(steps);
        assertThat(result.visits().get(Host.A)).containsEntry(TcpState.TIME_WAIT, inTimeWait);
        assertThat(violated).containsKey("drained");
        assertThat(result.violated()).isTrue();
        for (ClaimTally tally : result.claims()) {
            String id = tally.claim().id();
            assertThat(tally.violated()).as(id).isEqualTo(violated.getOrDefault(id, 0));
            assertThat(tally.tested()).as(id).isBetween(tally.violated(), 120);
            assertThat(tally.shortest().map(run -> run.steps().size()).orElse(0))
                    .as(id)
                    .isEqualTo(shortest.getOrDefault(id, 0));
        }
    }

    @Test
    void aClaimIsTestedOnlyWhereSomethingPutsItToTheTest() {
        SimulationResult result = simulate(3, 20, NEVER);

        assertThat(tested(result, "no-old-data")).isZero();
        assertThat(tested(result, "rfc-edges")).isEqualTo(20);
    }

    private static int tested(SimulationResult result, String claim) {
        return result.claims().stream()
                .filter(tally -> tally.claim().id().equals(claim))
                .findFirst()
                .orElseThrow()
                .tested();
    }

    @Test
    void theShortestRunToAWantedStateIsShown() {
        StatePredicate wanted = Reachability.predicate("A.state == TIME-WAIT && B.gone", MODEL);

        SimulationResult result = simulate(1, 50, wanted);

        assertThat(result.reached()).isPositive();
        assertThat(result.shown().end()).isEqualTo(RandomRun.End.REACHED);
        RandomWalks walks = new RandomWalks(MODEL, StepWeight.UNIFORM);
        int shortest = Integer.MAX_VALUE;
        int reached = 0;
        for (int number = 0; number < 50; number++) {
            RandomRun walk = walks.run(1, number, 80, wanted);
            if (walk.end() == RandomRun.End.REACHED) {
                reached++;
                shortest = Math.min(shortest, walk.run().steps().size());
            }
        }
        assertThat(result.reached()).isEqualTo(reached);
        assertThat(result.shown().run().steps()).hasSize(shortest);
    }

    @Test
    void stopsBetweenRunsAfterTheFirst() {
        SimulationResult result =
                Simulation.of(MODEL, List.of(), new Simulation.Runs(0, 10, 5, StepWeight.UNIFORM, NEVER), () -> true);

        assertThat(result.runs()).isEqualTo(1);
    }

    @Test
    void aClaimAboutWholeRunsIsRefused() {
        assertThatThrownBy(() -> Simulation.of(
                        MODEL,
                        LivenessClaims.all(),
                        new Simulation.Runs(0, 1, 5, StepWeight.UNIFORM, NEVER),
                        () -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
