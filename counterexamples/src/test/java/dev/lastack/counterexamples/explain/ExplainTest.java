package dev.lastack.counterexamples.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.counterexamples.fixture.Verified;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static final Counterexample OLD_FIN = Verified.randomIsnRuns().get(0);
    private static final Explanation EXPLANATION =
            Explain.of(OLD_FIN, TerminationClaims.NO_OLD_FIN).run();

    @Test
    void countsEventsOnTheRun() {
        assertThat(AdversarialEvent.count(Runs.lastAckForEver()))
                .containsEntry(AdversarialEvent.DUPLICATION, 1)
                .containsEntry(AdversarialEvent.LOSS, 5)
                .containsEntry(AdversarialEvent.OVERTAKING, 0);
        assertThat(AdversarialEvent.count(Runs.oldFin()))
                .containsEntry(AdversarialEvent.LOSS, 0)
                .containsEntry(AdversarialEvent.OVERTAKING, 1);
    }

    @Test
    void theSmallestSetBreaksTheClaim() {
        SmallestSet smallest = EXPLANATION.smallest();
        assertThat(smallest.proven()).isTrue();
        assertThat(smallest.length()).isPresent();
        assertThat(smallest.events().getOrDefault(AdversarialEvent.LOSS, 0)).isZero();
    }

    @Test
    void oneTickMoreOfTimeWaitWouldHavePreventedIt() {
        assertThat(EXPLANATION.remedies().changes())
                .containsEntry("time-wait", "2*msl")
                .doesNotContainKey("rst-check");
    }

    @Test
    void aLassoNeedsLossesWithoutEnd() {
        Counterexample lasso = Verified.lastAckForEver();
        Claim claim = TerminationClaims.byId(lasso.claim().id()).orElseThrow();
        String text = ExplanationText.of(Explain.of(lasso, claim).run());
        assertThat(text)
                .contains("The fewest that violate last-ack-resolves without delivery: lost segments without end");
    }

    @Test
    void whatIsCutShortIsUndecided() {
        Explanation cut = Explain.of(OLD_FIN, TerminationClaims.NO_OLD_FIN)
                .limits(Limits.none().withMaxStates(1000))
                .run();
        assertThat(cut.remedies().changes()).isEmpty();
        assertThat(cut.remedies().undecided()).contains("time-wait: 2*msl");
        assertThat(ExplanationText.of(cut)).contains("Not decided within the limits");
    }

    @Test
    void isToldInWords() {
        String text = ExplanationText.of(EXPLANATION);
        assertThat(text).contains("What happened, and which rule decided").contains("  time-wait: 2*msl\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
        assertThat(Map.copyOf(EXPLANATION.inRun())).hasSize(AdversarialEvent.values().length);
    }
}
