package dev.lastack.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Formula;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts on whole runs that the shipped scenarios document. */
class LivenessVerdictsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossy-last-ack",
                "last-ack-gives-up",
                "silent-peer",
                "silent-peer-orphan-timer",
                "bare-ack-echo",
                "half-open-idle",
                "half-open-keep-alive",
                "half-open-pending",
                "half-open-throttled",
                "reboot-same-isn",
                "short-syn-retries"
            })
    void shippedScenarioHasTheVerdictsThatItDocuments(String name) {
        Scenario scenario = Scenarios.variant(name);
        List<Expectation> expected = scenario.statement().expectations();
        List<Claim> claims = expected.stream()
                .flatMap(each -> claim(scenario, each.claim()).stream())
                .toList();

        Report report = Verification.of(scenario).claims(claims).run();

        assertThat(report.claims()).hasSameSizeAs(expected);
        assertThat(expected)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(report.claim(each.claim()).orElseThrow())
                        .extracting(ClaimResult::outcome)
                        .as("%s in %s: %s", each.claim(), name, report.claim(each.claim()))
                        .isEqualTo(each.outcome()));
    }

    private static Optional<Claim> claim(Scenario scenario, String id) {
        Stream<Formula> own = scenario.statement().formulas().stream()
                .filter(each -> each.name().equals(id));
        return own.map(each -> LivenessClaims.ltl(each.name(), each.ltl()))
                .findFirst()
                .or(() -> TerminationClaims.byId(id));
    }
}
