package dev.lastack.counterexamples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.fixture.Verified;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFormatsTest {

    private final Report report = Verified.randomIsnReport();
    private final long violated = report.claims().stream()
            .filter(claim -> claim.outcome() == Outcome.VIOLATED)
            .count();

    private static String text(String format, CheckedScenario... scenarios) {
        return new String(ReportFormats.named(format).orElseThrow().render(List.of(scenarios)), StandardCharsets.UTF_8);
    }

    private static CheckedScenario expectingItsVerdicts(Report report) {
        return new CheckedScenario(
                report,
                report.claims().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                claim -> claim.claim().id(), ClaimResult::outcome)));
    }

    @Test
    void areFoundByTheirNames() {
        assertThat(ReportFormats.names()).containsExactly("junit", "sarif", "md");
        assertThat(ReportFormats.named("pdf")).isEmpty();
    }

    @Test
    void junitFailsWhatWasNotExpected() {
        String xml = text("junit", CheckedScenario.of(report));
        assertThat(xml).contains("failures=\"" + violated + "\"").contains("<failure type=\"violated\"");
        assertThat(xml).contains("takes #5, a FIN of incarnation 1");
        assertThat(text("junit", expectingItsVerdicts(report)))
                .contains("failures=\"0\" errors=\"0\"")
                .doesNotContain("<failure");
        CheckedScenario hoping = new CheckedScenario(report, Map.of("no-old-data", Outcome.VIOLATED));
        assertThat(text("junit", hoping)).contains("message=\"expected violated. ");
    }

    @Test
    void sarifHasWhatItsSpecificationRequires() {
        JsonNode log = new JsonMapper().readTree(text("sarif", CheckedScenario.of(report)));
        assertThat(log.get("version").stringValue()).isEqualTo("2.1.0");
        JsonNode run = log.get("runs").get(0);
        JsonNode rules = run.get("tool").get("driver").get("rules");
        assertThat(run.get("tool").get("driver").get("name").stringValue()).isEqualTo("lastack");
        assertThat(run.get("results").size()).isPositive();
        for (JsonNode result : run.get("results")) {
            int index = result.get("ruleIndex").intValue();
            assertThat(rules.get(index).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(result.get("message").get("text").stringValue()).isNotBlank();
            assertThat(result.get("level").stringValue()).isIn("error", "warning");
            requireLocation(result.get("locations").get(0));
        }
        JsonNode flow = run.get("results")
                .get(0)
                .get("codeFlows")
                .get(0)
                .get("threadFlows")
                .get(0);
        assertThat(flow.get("locations").size())
                .isEqualTo(Verified.randomIsnRuns().get(0).length());
        for (JsonNode at : flow.get("locations")) {
            requireLocation(at.get("location"));
            assertThat(at.get("location").get("message").get("text").stringValue())
                    .startsWith("t=");
        }
    }

    private static void requireLocation(JsonNode location) {
        JsonNode physical = location.get("physicalLocation");
        assertThat(physical.get("artifactLocation").get("uri").stringValue()).isNotBlank();
        assertThat(physical.get("region").get("startLine").intValue()).isPositive();
    }

    @Test
    void sarifIsSilentAboutWhatWasExpected() {
        JsonNode log = new JsonMapper().readTree(text("sarif", expectingItsVerdicts(report)));
        assertThat(log.get("runs").get(0).get("results").isEmpty()).isTrue();
    }

    @Test
    void markdownShowsEachRun() {
        String page = text("md", CheckedScenario.of(report));
        assertThat(page).startsWith("## random-isn\n\n| claim | verdict | expected | |\n| --- | --- | --- | --- |\n");
        assertThat(page).contains("| `no-old-fin` | ❌ violated | holds | Violated in 12 steps: A takes #5");
        assertThat(page.lines().filter(line -> line.startsWith("<details>"))).hasSize((int) violated);
    }
}
