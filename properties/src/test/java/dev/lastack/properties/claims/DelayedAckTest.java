package dev.lastack.properties.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Trace;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What delayed acknowledgments change about the end of a connection. */
class DelayedAckTest {

    private static final Map<String, String> CLOSE = Map.of(
            "msl", "1",
            "time-wait", "2",
            "incarnations", "1",
            "capacity", "2",
            "duplication", "none",
            "data", "0");

    /** The ACK of the peer's FIN travels with the own FIN: three segments, not four. */
    @Test
    void threeSegmentsCloseAConnection() {
        assertThat(sentUntilClosed(Map.of())).hasSize(4);
        assertThat(sentUntilClosed(Map.of("ack-delay", "1"))).containsExactly("FIN,ACK", "FIN,ACK", "ACK");
    }

    /** Waiting for company holds nothing up for ever, not in LAST-ACK and not in CLOSING. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "last-ack-resolves",
                "closing-resolves",
                "fin-wait-1-resolves",
                "close-wait-resolves",
                "terminates",
                "time-wait-resolves"
            })
    void everyStateIsStillLeft(String claim) {
        for (String data : List.of("0", "1")) {
            ClaimResult result = Verification.of(scenario(Map.of("ack-delay", "2", "data", data)))
                    .claims(TerminationClaims.byId(claim).orElseThrow())
                    .run()
                    .claims()
                    .get(0);

            assertThat(result.outcome()).as(claim + " with data " + data).isEqualTo(Outcome.HOLDS);
        }
    }

    /** TS.Recent depends on the last ACK that was sent; the two together are refused. */
    @Test
    void timestampsAreRefused() {
        Assertions.assertThatThrownBy(() -> scenario(Map.of("A.ack-delay", "1", "timestamps", "on")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("A.ack-delay: does not go with timestamps: on");
    }

    private static Scenario scenario(Map<String, String> changes) {
        Map<String, String> knobs = new LinkedHashMap<>(CLOSE);
        knobs.putAll(changes);
        return Scenarios.of(knobs);
    }

    /** What a shortest run to the end sends. */
    private static List<String> sentUntilClosed(Map<String, String> changes) {
        ClaimResult closed = Verification.of(scenario(changes))
                .claims(Claim.always("open", "The two do not get as far as TIME-WAIT and LISTEN.", view -> !over(view)))
                .run()
                .claims()
                .get(0);
        TerminationModel model = closed.model();
        Trace run = closed.trace().orElseThrow();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < run.steps().size(); i++) {
            StepView told = model.tell(run.state(i), run.steps().get(i).action());
            told.emitted().forEach(each -> sent.add(each.segment().flags()));
        }
        return sent;
    }

    private static boolean over(StateView view) {
        return view.a().state() == TcpState.TIME_WAIT && view.b().state() == TcpState.LISTEN;
    }
}
