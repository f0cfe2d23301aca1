package dev.lastack.properties.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Trace;
import dev.lastack.model.view.StepView;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask about shutdown and close: a response that a reset destroys, and states that are never left. */
class KindsOfCloseTest {

    /** A client, A, sends a request of one octet, and a server, B, a response of one. */
    private static final Map<String, String> EXCHANGE = Map.of(
            "msl", "1",
            "time-wait", "2",
            "incarnations", "1",
            "capacity", "2",
            "loss", "unlimited",
            "duplication", "none",
            "A.close", "after-peer",
            "data", "1");

    /** Close with the request unread, and close before the last of the request comes, both destroy the response. */
    @ParameterizedTest
    @CsvSource({"never, 1", "may, 1", "eager, 1", "eager, 2"})
    void aServerThatClosesBothDirectionsMayDestroyItsResponse(String reads, String request) {
        ClaimResult result =
                verdict("response-delivered", Map.of("B.close.as", "full", "B.reads", reads, "A.data", request));

        assertThat(result.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(kinds(result)).contains(StepView.Kind.FULL_CLOSE).endsWith(StepView.Kind.ARRIVAL);
    }

    /** Nothing is left unread and nothing more comes: then a close of both directions is as good as that of one. */
    @Test
    void aServerThatGetsNoRequestDeliversItsResponse() {
        assertThat(verdict("response-delivered", Map.of("B.close.as", "full", "A.data", "0"))
                        .outcome())
                .isEqualTo(Outcome.HOLDS);
    }

    /** Lingering close: shutdown, read until the end, close. No reset ends the client's connection. */
    @Test
    void aServerThatShutsDownAndReadsOnNeverResets() {
        Scenario lingering = scenario(Map.of("B.close.as", "half", "A.close.as", "full", "B.data", "0"));

        ClaimResult result = Verification.of(lingering)
                .claims(LivenessClaims.ltl("no-reset", "[] !(B.state == CLOSE-WAIT && X B.gone)"))
                .run()
                .claims()
                .get(0);

        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
    }

    /** What the peer sends does not depend on what a reader leaves unread: only a close of both directions tells. */
    @Test
    void readingMakesNoDifferenceWhereOnlyTheOwnDirectionIsClosed() {
        long eager = states(Map.of());

        assertThat(states(Map.of("reads", "may"))).isEqualTo(eager);
        assertThat(states(Map.of("reads", "never"))).isEqualTo(eager);
        assertThat(states(Map.of("reads", "may", "close.as", "full"))).isGreaterThan(eager);
    }

    /** A socket that is only shut down waits in FIN-WAIT-2 as long as the peer likes; one that is closed does not. */
    @ParameterizedTest
    @CsvSource({"half, HOLDS", "full, HOLDS", "either, VIOLATED"})
    void theTimerOfFinWait2IsForOrphans(String closeAs, Outcome expected) {
        ClaimResult result = verdict(
                "fin-wait-2-resolves",
                Map.of("A.close.as", closeAs, "A.close", "may", "A.fin-wait-2-timeout", "3", "B.close", "never"));

        assertThat(result.outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"half", "full", "either"})
    void withoutATimerFinWait2IsNeverLeftWhateverTheKindOfClose(String closeAs) {
        ClaimResult result =
                verdict("fin-wait-2-resolves", Map.of("A.close.as", closeAs, "A.close", "may", "B.close", "never"));

        assertThat(result.outcome()).isEqualTo(Outcome.VIOLATED);
    }

    /** The violation of {@code either} is that of the user who still reads; by formula the other kind is asked alone. */
    @Test
    void theKindsOfCloseCanBeAskedApart() {
        Scenario scenario = scenario(
                Map.of("A.close.as", "either", "A.close", "may", "A.fin-wait-2-timeout", "3", "B.close", "never"));
        List<ClaimResult> results = Verification.of(scenario)
                .claims(
                        LivenessClaims.ltl(
                                "orphan",
                                "[] (A.state == FIN-WAIT-2 && A.closed-both-directions -> <> !(A.state =="
                                        + " FIN-WAIT-2))"),
                        LivenessClaims.ltl("any", "[] (A.state == FIN-WAIT-2 -> <> !(A.state == FIN-WAIT-2))"))
                .run()
                .claims();

        assertThat(results).extracting(ClaimResult::outcome).containsExactly(Outcome.HOLDS, Outcome.VIOLATED);
    }

    /**
     * An application that never closes leaks CLOSE-WAIT. Keep-alive does not help while the peer's TCP answers, and does
     * once it is gone.
     */
    @ParameterizedTest
    @CsvSource({
        "never, off, off, VIOLATED",
        "never, 2, off, VIOLATED",
        "never, 2, 3, HOLDS",
        "never, off, 3, VIOLATED",
        "may, off, off, HOLDS"
    })
    void closeWaitLeaks(String close, String keepAlive, String orphanTimer, Outcome expected) {
        ClaimResult result = verdict(
                "close-wait-resolves",
                Map.of(
                        "A.close", "may",
                        "data", "0",
                        "B.close", close,
                        "B.keep-alive", keepAlive,
                        "A.fin-wait-2-timeout", orphanTimer));

        assertThat(result.outcome()).isEqualTo(expected);
    }

    /** A scenario is asked about closing both directions if a user may. */
    @Test
    void theClaimIsAskedWhereItSaysSomething() {
        assertThat(TerminationClaims.safety(scenario(Map.of()))).doesNotContain(TerminationClaims.RESPONSE_DELIVERED);
        assertThat(TerminationClaims.safety(scenario(Map.of("B.close.as", "either"))))
                .isEqualTo(TerminationClaims.safety())
                .contains(TerminationClaims.RESPONSE_DELIVERED);
    }

    private static Scenario scenario(Map<String, String> changes) {
        Map<String, String> knobs = new LinkedHashMap<>(EXCHANGE);
        knobs.putAll(changes);
        return Scenarios.of(knobs);
    }

    private static ClaimResult verdict(String claim, Map<String, String> changes) {
        return Verification.of(scenario(changes))
                .claims(TerminationClaims.byId(claim).orElseThrow())
                .run()
                .claims()
                .get(0);
    }

    private static long states(Map<String, String> changes) {
        return Verification.of(scenario(changes)).run().exploration().distinct();
    }

    private static List<StepView.Kind> kinds(ClaimResult result) {
        Trace run = result.trace().orElseThrow();
        List<StepView.Kind> kinds = new ArrayList<>();
        for (int i = 0; i < run.steps().size(); i++) {
            kinds.add(result.model()
                    .tell(run.state(i), run.steps().get(i).action())
                    .kind());
        }
        return kinds;
    }
}
