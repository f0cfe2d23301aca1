package dev.lastack.counterexamples.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class ViolationTest {

    /** An RST in LAST-ACK ends the connection and tells the user nothing, which counts as a normal end. */
    @Test
    void aTruncationNamesTheOctetAndThatTheRstIsSilent() {
        Counterexample run =
                Verification.of(Scenarios.variant("linux"))
                        .claims(TerminationClaims.NO_TRUNCATION)
                        .run()
                        .claims()
                        .stream()
                        .flatMap(result -> Counterexample.of(result).stream())
                        .findFirst()
                        .orElseThrow();

        assertThat(Violation.sentence(run, Flights.of(run)))
                .matches("A's user is told nothing at t=\\d+, as after a normal end: the RST is silent"
                        + " \\(#\\d+, an RST of incarnation 1 that B sent at t=\\d+, arrives\\),"
                        + " although #\\d+, an octet that A sent at t=\\d+, did not arrive at B\\.");
    }
}
