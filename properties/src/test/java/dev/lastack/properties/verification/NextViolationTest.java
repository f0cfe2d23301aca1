package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Trace;
import dev.lastack.checker.another.OtherRuns;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The search itself is compared with all runs of small graphs by {@code OtherRunsTest}. */
class NextViolationTest {

    private static final TerminationModel MODEL =
            TerminationModel.of(Scenarios.variant("one-tick-short").with(Map.of("capacity", "2")));

    private static ClaimResult first(Claim claim) {
        return Verification.of(MODEL.scenario()).claims(claim).run().claims().get(0);
    }

    private static List<Trace> runs(Claim claim, int more) {
        Trace first = first(claim).trace().orElseThrow();
        NextViolation search = new NextViolation(MODEL, claim);
        search.known(MODEL, first);
        List<Trace> runs = new ArrayList<>(List.of(first));
        for (int i = 0; i < more; i++) {
            runs.add(search.find(Limits.none(), Progress.NONE).trace().orElseThrow());
        }
        return runs;
    }

    private static void assertThatTheyDiffer(Claim claim, List<Trace> runs) {
        Set<List<String>> events = new HashSet<>();
        int length = 0;
        for (Trace run : runs) {
            events.add(OtherRuns.of(run, new TerminationEvents(MODEL)).stream()
                    .sorted()
                    .toList());
            assertThat(run.steps().size()).isGreaterThanOrEqualTo(length);
            length = run.steps().size();
            assertThat(claim.property(MODEL).orElseThrow().firstViolation(run, MODEL))
                    .hasValue(length);
        }
        assertThat(events).hasSize(runs.size());
    }

    @Test
    void eachRunBreaksTheClaimAtItsEndWithOtherEvents() {
        assertThatTheyDiffer(TerminationClaims.DRAINED, runs(TerminationClaims.DRAINED, 3));
        assertThatTheyDiffer(TerminationClaims.NO_OLD_RST, runs(TerminationClaims.NO_OLD_RST, 2));
    }

    @Test
    void soDoRunsToAState() {
        Claim claim = Reachability.unreachable("A.state == TIME-WAIT && B.gone");

        assertThatTheyDiffer(claim, runs(claim, 2));
    }

    @Test
    void aLimitLeavesItUndecided() {
        NextViolation search = new NextViolation(MODEL, TerminationClaims.DRAINED);
        search.known(MODEL, first(TerminationClaims.DRAINED).trace().orElseThrow());

        ClaimResult found = search.find(Limits.none().withMaxStates(10), Progress.NONE);

        assertThat(found.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    /** Durations in seconds: runs are re-timed, and the next one is another run at the real durations as well. */
    @Test
    void realDurationsAreKept() {
        TerminationModel seconds = TerminationModel.of(Scenarios.variant("one-tick-short")
                .with(Map.of("capacity", "2", "msl", "60s", "rto", "60s", "time-wait", "60s", "tick", "60s")));
        ClaimResult first = Verification.of(seconds.scenario())
                .claims(TerminationClaims.DRAINED)
                .run()
                .claims()
                .get(0);
        NextViolation search = new NextViolation(seconds, TerminationClaims.DRAINED);
        search.known(first.model(), first.trace().orElseThrow());

        ClaimResult next = search.find(Limits.none(), Progress.NONE);

        Trace run = next.trace().orElseThrow();
        assertThat(events(next.model(), run))
                .isNotEqualTo(events(first.model(), first.trace().orElseThrow()));
        assertThat(TerminationClaims.DRAINED
                        .property(next.model())
                        .orElseThrow()
                        .firstViolation(run, next.model()))
                .hasValue(run.steps().size());
    }

    private static List<String> events(TerminationModel model, Trace run) {
        return OtherRuns.of(run, new TerminationEvents(model)).stream().sorted().toList();
    }
}
