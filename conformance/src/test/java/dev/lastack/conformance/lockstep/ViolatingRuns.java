package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Trace;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.List;
import java.util.stream.Stream;

/** Runs of small shipped scenarios that break a claim, found once for all stacks that are led along them. */
final class ViolatingRuns {

    /** A run of {@code scenario} that breaks {@code claim}. */
    record Run(Scenario scenario, String claim, Trace trace) {}

    private static final List<Run> ALL = Stream.of(
                    "no-time-wait",
                    "short-time-wait",
                    "rfc793",
                    "last-ack-gives-up",
                    "lossy-last-ack",
                    "bare-ack-echo",
                    "half-open-idle",
                    "silent-peer-orphan-timer",
                    "reboot-same-isn",
                    "short-syn-retries")
            .map(Scenarios::variant)
            .flatMap(ViolatingRuns::of)
            .toList();

    private ViolatingRuns() {}

    static List<Run> all() {
        return ALL;
    }

    private static Stream<Run> of(Scenario scenario) {
        var violated = scenario.statement().expectations().stream()
                .filter(expectation -> expectation.outcome() == Outcome.VIOLATED)
                .map(expectation -> TerminationClaims.byId(expectation.claim()).orElseThrow())
                .toList();
        return Verification.of(scenario).claims(violated).run().claims().stream()
                .map(result ->
                        new Run(scenario, result.claim().id(), result.trace().orElseThrow()));
    }
}
