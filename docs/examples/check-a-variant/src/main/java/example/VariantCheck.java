package example;

import dev.lastack.properties.verification.Report;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;

/** Asks whether a host with random initial sequence numbers may wait for {@code timeWait} in TIME-WAIT. */
public final class VariantCheck {

    private VariantCheck() {}

    static Report check(String timeWait) {
        Scenario scenario = Scenario.builder("my variant")
                .set("msl", "1")
                .set("time-wait", timeWait)
                .set("time-wait.restart", "on-answer")
                .set("time-wait.rst", "ignore")
                .set("isn", "random")
                .set("sequence-space", "4")
                .set("window", "1")
                .set("data", "0")
                .set("B.close", "after-peer")
                .set("loss", "none")
                .set("duplication", "none")
                .set("capacity", "2")
                .build();
        return Verification.of(scenario)
                .claims(TerminationClaims.NO_OLD_FIN, TerminationClaims.DRAINED)
                .run();
    }
}
