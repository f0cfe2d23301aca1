package dev.lastack.counterexamples.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Property;
import dev.lastack.checker.StatePredicate;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Counterexample.BrokenClaim;
import dev.lastack.counterexamples.fixture.Verified;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final List<Counterexample> runs = Verified.randomIsnRuns();
    private final Counterexample run = runs.get(0);

    private static Replay.Outcome replay(Counterexample counterexample) {
        return Replay.of(TraceFile.parse("run", TraceFile.text(counterexample))).run();
    }

    @Test
    void whatTheCheckerFoundIsConfirmed() {
        assertThat(runs).extracting(found -> found.claim().id()).contains("no-old-fin", "last-ack-clean", "drained");
        for (Counterexample found : runs) {
            assertThat(replay(found)).isInstanceOfSatisfying(Replay.Outcome.Confirmed.class, confirmed -> {
                assertThat(confirmed.counterexample().states()).isEqualTo(found.states());
                assertThat(confirmed.counterexample().moves()).isEqualTo(found.moves());
            });
        }
    }

    @Test
    void aRunThatEndsBeforeTheViolationIsRefused() {
        int end = run.length() - 1;
        Counterexample cut = new Counterexample(
                run.scenario(),
                run.variant(),
                run.claim(),
                run.states().subList(0, end + 1),
                run.moves().subList(0, end),
                OptionalInt.empty(),
                List.of());
        assertThat(replay(cut)).isInstanceOfSatisfying(Replay.Outcome.Refused.class, refused -> {
            assertThat(refused.step()).isEqualTo(end);
            assertThat(refused.message()).startsWith("run: step " + end).contains("no violation");
        });
    }

    @Test
    void aLassoThatDoesNotCloseIsRefused() {
        Counterexample open = new Counterexample(
                run.scenario(), run.variant(), run.claim(), run.states(), run.moves(), OptionalInt.of(3), List.of());
        assertThat(replay(open))
                .isInstanceOfSatisfying(
                        Replay.Outcome.Refused.class,
                        refused -> assertThat(refused.where()).isEqualTo("loop"));
    }

    @Test
    void aLassoIsConfirmedWithTheReasonWhyItCounts() {
        Counterexample lasso = Verified.lastAckForEver();
        assertThat(lasso.allowances())
                .singleElement()
                .asString()
                .contains("FIN")
                .contains("is not assumed");
        assertThat(replay(lasso)).isInstanceOfSatisfying(Replay.Outcome.Confirmed.class, confirmed -> {
            assertThat(confirmed.counterexample().states()).isEqualTo(lasso.states());
            assertThat(confirmed.counterexample().allowances()).isEqualTo(lasso.allowances());
        });
    }

    @Test
    void anUnknownClaimIsRefused() {
        Counterexample unknown = new Counterexample(
                run.scenario(),
                run.variant(),
                new BrokenClaim("no-such-claim", "Nothing.", List.of()),
                run.states(),
                run.moves(),
                OptionalInt.empty(),
                List.of());
        assertThat(replay(unknown))
                .isInstanceOfSatisfying(
                        Replay.Outcome.Refused.class,
                        refused -> assertThat(refused.found()).isEqualTo("no-such-claim"));
    }

    @Test
    void theFirstStepThatDoesNotFitIsNamed() {
        String tampered = TraceFile.text(run)
                .replace("{\"index\":5},\"A\":{\"state\":\"TIME-WAIT\"", "{\"index\":5},\"A\":{\"state\":\"CLOSING\"");
        assertThat(Replay.of(TraceFile.parse("run", tampered)).run())
                .isEqualTo(new Replay.Outcome.Refused(
                        "run", 5, "state after it, /A/state", "\"TIME-WAIT\"", "\"CLOSING\""));
    }

    /** A claim of its own about states, of which only those that satisfy {@code relevant} can violate it. */
    private static Claim never(StatePredicate relevant) {
        return new Claim(
                "never",
                "There is no such state.",
                "this test",
                List.of(),
                model -> new Property.Invariant("never", relevant, (states, offset) -> false));
    }

    private Replay.Outcome replayStart(Claim claim) {
        Counterexample start = new Counterexample(
                run.scenario(),
                run.variant(),
                new BrokenClaim(claim.id(), claim.sentence(), List.of()),
                run.states().subList(0, 1),
                List.of(),
                OptionalInt.empty(),
                List.of());
        return Replay.of(TraceFile.parse("start", TraceFile.text(start)))
                .claims(List.of(claim))
                .run();
    }

    @Test
    void theInitialStateMayBeTheViolation() {
        assertThat(replayStart(never((states, offset) -> true))).isInstanceOf(Replay.Outcome.Confirmed.class);
    }

    @Test
    void aStateThatIsNotRelevantViolatesNothing() {
        assertThat(replayStart(never((states, offset) -> false)))
                .isInstanceOfSatisfying(
                        Replay.Outcome.Refused.class,
                        refused -> assertThat(refused.found()).isEqualTo("no violation"));
    }

    @Test
    void aClaimOfOnesOwnIsReplayedWithItsClaims() {
        TraceFile trace = TraceFile.parse("run", TraceFile.text(run));
        assertThat(Replay.of(trace).claims(List.of(TerminationClaims.DRAINED)).run())
                .isInstanceOf(Replay.Outcome.Refused.class);
        assertThat(Replay.of(trace).claims(TerminationClaims.safety()).run())
                .isInstanceOf(Replay.Outcome.Confirmed.class);
    }
}
