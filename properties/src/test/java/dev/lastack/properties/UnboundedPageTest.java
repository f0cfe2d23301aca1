package dev.lastack.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.DecidedBy.Means;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The table of {@code docs/unbounded.md}: what decides each safety claim of each shipped scenario in a network without bounds. With
 * {@code -Dlastack.documents=rewrite} it is written again.
 */
@Tag("deep")
class UnboundedPageTest {

    private static final Path PAGE = Path.of("..", "docs", "unbounded.md");
    private static final String HEAD = "| --- | ---: |";
    private static final Limits LIMITS = Limits.none().withMaxStates(20_000);

    private static final Map<String, String> HOSTILE =
            Map.of("loss", "unlimited", "duplication", "unlimited", "reordering", "on", "capacity", "unlimited");

    @Test
    void thePageSaysWhatDecidesEachClaim() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf('\n', page.indexOf(HEAD)) + 1;
        String rows = Scenarios.variants().stream().map(UnboundedPageTest::row).collect(Collectors.joining());
        String written = page.substring(0, start) + rows;
        if (System.getProperty("lastack.documents", "").equals("rewrite")) {
            Files.writeString(PAGE, written);
        } else {
            assertThat(page).isEqualTo(written);
        }
    }

    private static String row(String name) {
        Scenario scenario = Scenarios.variant(name).with(HOSTILE);
        Report report;
        try {
            report =
                    Verification.of(scenario).engine(Engine.HULL).limits(LIMITS).run();
        } catch (ScenarioException refused) {
            return "| `" + name + "` | | | | | | | all: durations are real times |\n";
        }
        String within = report.claims().stream()
                .flatMap(result -> result.decidedBy().within().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| `%s` | %,d | %s | %s | %s | %s | %s | %s |%n",
                name,
                report.exploration().distinct(),
                within,
                claims(report, holdsBy(Means.HULL), result -> ""),
                claims(report, holdsBy(Means.ANTICHAIN), UnboundedPageTest::kept),
                claims(report, is(Outcome.VIOLATED), UnboundedPageTest::run),
                claims(report, is(Outcome.VACUOUS), result -> ""),
                claims(report, is(Outcome.INCONCLUSIVE), result -> ""));
    }

    private static Predicate<ClaimResult> is(Outcome outcome) {
        return result -> result.outcome() == outcome;
    }

    private static Predicate<ClaimResult> holdsBy(Means means) {
        return is(Outcome.HOLDS).and(result -> result.decidedBy().means() == means);
    }

    private static String kept(ClaimResult result) {
        return String.format(Locale.ROOT, " (%,d kept)", result.decidedBy().kept());
    }

    private static String run(ClaimResult result) {
        return " (%d, %d)"
                .formatted(
                        result.trace().orElseThrow().steps().size(),
                        result.inFlight().orElseThrow());
    }

    private static String claims(Report report, Predicate<ClaimResult> which, Function<ClaimResult, String> more) {
        return report.claims().stream()
                .filter(which)
                .map(result -> result.claim().id() + more.apply(result))
                .collect(Collectors.joining(", "));
    }
}
