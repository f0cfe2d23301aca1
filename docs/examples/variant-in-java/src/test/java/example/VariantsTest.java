package example;

import static dev.lastack.properties.claims.TerminationClaims.DRAINED;
import static dev.lastack.properties.claims.TerminationClaims.NO_OLD_FIN;
import static dev.lastack.properties.claims.TerminationClaims.NO_REPLAY;
import static dev.lastack.testkit.TerminationAssert.assertThat;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.testkit.VerifyTermination;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantsTest {

    /** The scenario states the verdicts. */
    @VerifyTermination(scenario = "adaptive-time-wait.yaml", decisions = AdaptiveTimeWait.class)
    void adaptiveTimeWaitIsTooShortForOldSegments() {
        // The annotation decides everything.
    }

    @VerifyTermination(scenario = "timestamp-cache.yaml", decisions = TimestampCache.class)
    void theCacheStopsReplayedHandshakes() {
        // The annotation decides everything.
    }

    @Test
    void adaptiveTimeWaitIsNoRiskWhereNumbersOnlyGrow() {
        assertThat(scenario("adaptive-time-wait.yaml").with(Map.of("isn", "monotonic")))
                .with(AdaptiveTimeWait.class)
                .holds(NO_OLD_FIN, NO_REPLAY)
                .violates(DRAINED);
    }

    @Test
    void withoutTheCacheAHandshakeIsReplayed() {
        assertThat(scenario("timestamp-cache.yaml")).violates(NO_REPLAY);
    }

    /** RFC 1323, appendix B.2: TIME-WAIT and a round trip together must take one tick of the peer's clock. */
    @Test
    void theCacheIsNoUseWithoutATickOfTimeWait() {
        assertThat(scenario("timestamp-cache.yaml").with(Map.of("time-wait", "0", "capacity", "2")))
                .with(TimestampCache.class)
                .violates(NO_OLD_FIN);
    }

    private static Scenario scenario(String name) {
        return Scenarios.read(Path.of("src", "test", "resources", name));
    }
}
