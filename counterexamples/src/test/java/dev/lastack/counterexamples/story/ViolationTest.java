package dev.lastack.counterexamples.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViolationTest {

    /** An RST in LAST-ACK ends the connection and tells the user nothing, which counts as a normal end. */
    @Test
    void aTruncationNamesTheOctetAndThatTheRstIsSilent() {
        Counterexample run = truncationOf(Scenarios.variant("linux"));

        assertThat(Violation.sentence(run, Flights.of(run)))
                .matches("A's user is told nothing at t=\\d+, as after a normal end: the RST is silent"
                        + " \\(#\\d+, an RST of incarnation 1 that B sent at t=\\d+, arrives\\),"
                        + " although #\\d+, an octet that A sent at t=\\d+, did not arrive at B\\.");
    }

    /** Whoever is told of a normal end is named, with the words and the time, and so is the octet of the peer. */
    @Test
    void aTruncationNamesWhoWasToldOfANormalEnd() {
        Scenario scenario = Scenarios.variant("two-msl")
                .with(Map.of("silent-reset", "no", "data", "1", "time-wait.rst", "as-elsewhere"), Place.of("a test"));
        Counterexample run = truncationOf(scenario);

        assertThat(Violation.sentence(run, Flights.of(run)))
                .matches("A's user is told \"connection closing\" at t=\\d+,"
                        + " although #\\d+, an octet that B sent at t=\\d+, did not arrive at A\\.");
    }

    private static Counterexample truncationOf(Scenario scenario) {
        return Verification.of(scenario).claims(TerminationClaims.NO_TRUNCATION).run().claims().stream()
                .flatMap(result -> Counterexample.of(result).stream())
                .findFirst()
                .orElseThrow();
    }
}
