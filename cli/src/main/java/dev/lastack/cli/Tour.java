package dev.lastack.cli;

import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code lastack verify} shows to somebody who names no scenario. */
final class Tour {

    /** Two scenarios that differ in one tick of TIME-WAIT. */
    static final List<String> VARIANTS = List.of("two-msl", "one-tick-short");

    private static final String LITERAL = "rfc9293";

    private Tour() {}

    /** Checks RFC 9293 as it is written, and remarks which claims fail and why. */
    static ExitCode literalReading(Checks checks, List<String> claims, Results results) {
        Scenario scenario = Scenarios.variant(LITERAL);
        Checked checked =
                checks.check(scenario, ClaimChoice.of(scenario, claims, List.of()), Optional.of(Expect.documented()));
        results.addQuietly(checked);
        String broken = checked.claims().stream()
                .filter(judged -> judged.outcome() == Outcome.VIOLATED)
                .map(judged -> judged.id() + reason(scenario, judged.id()))
                .collect(Collectors.joining("; "));
        if (!broken.isEmpty()) {
            results.remark("RFC 9293 read literally breaks " + broken + ". See: lastack verify " + LITERAL);
        }
        return checked.exitCode();
    }

    private static String reason(Scenario scenario, String claim) {
        return scenario.statement().expectations().stream()
                .filter(expectation -> expectation.claim().equals(claim))
                .map(Expectation::because)
                .filter(because -> !because.isEmpty())
                .map(because -> " (" + because + ")")
                .findFirst()
                .orElse("");
    }
}
