package dev.lastack.cli.verify;

import dev.lastack.cli.options.ClaimChoice;
import dev.lastack.cli.terminal.Invocation;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code lastack verify} shows to somebody who names no scenario. */
final class Tour {

    /** Two scenarios that differ in one tick of TIME-WAIT. */
    static final List<String> VARIANTS = List.of("two-msl", "one-tick-short");

    private static final String LITERAL = "rfc9293";

    private Tour() {}

    /** Checks RFC 9293 as it is written, and remarks which claims fail and why. It tells nothing of other networks. */
    static Checked literalReading(Checks checks, List<String> claims, Results results) {
        Scenario scenario = Scenarios.variant(LITERAL);
        Checked checked = checks.check(
                Loaded.variant(scenario),
                ClaimChoice.of(scenario, claims, List.of()),
                Optional.of(Expect.documented()),
                Verification::withoutReach);
        results.addQuietly(checked);
        Map<String, List<String>> byReason = checked.claims().stream()
                .filter(judged -> judged.outcome() == Outcome.VIOLATED)
                .map(Judged::id)
                .collect(Collectors.groupingBy(id -> reason(scenario, id), LinkedHashMap::new, Collectors.toList()));
        String broken = byReason.entrySet().stream()
                .map(entry -> String.join(" and ", entry.getValue()) + entry.getKey())
                .collect(Collectors.joining("; "));
        if (!broken.isEmpty()) {
            results.remark("RFC 9293 read literally violates " + broken + ". See: " + Invocation.name() + " verify "
                    + LITERAL);
        }
        return checked;
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
