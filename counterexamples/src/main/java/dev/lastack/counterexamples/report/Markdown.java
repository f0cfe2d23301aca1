package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.properties.verification.BoundUse;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.Escape;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Markdown for a pull request or the summary of a GitHub job: a table for each scenario, each violation's ladder folded. */
public final class Markdown implements ReportFormat {

    private final Ladder ladder = new Ladder(false);

    @Override
    public String name() {
        return "md";
    }

    @Override
    public byte[] render(List<CheckedScenario> scenarios) {
        StringBuilder page = new StringBuilder();
        scenarios.forEach(scenario -> section(scenario, page));
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void section(CheckedScenario scenario, StringBuilder page) {
        page.append("## ").append(Escape.markdown(scenario.name())).append("\n\n");
        page.append("| claim | verdict | expected | |\n| --- | --- | --- | --- |\n");
        for (ClaimResult claim : scenario.report().claims()) {
            page.append("| `%s` | %s %s | %s | %s |%n"
                    .formatted(
                            claim.claim().id(),
                            mark(scenario, claim),
                            claim.outcome(),
                            scenario.documented(claim),
                            Escape.markdown(Verdicts.sentence(scenario, claim))));
        }
        page.append("\n")
                .append(Verdicts.coverage(scenario))
                .append(bounds(scenario))
                .append(".\n\n");
        for (ClaimResult claim : scenario.report().claims()) {
            scenario.counterexample(claim).ifPresent(run -> details(claim, run, page));
        }
    }

    private static String mark(CheckedScenario scenario, ClaimResult claim) {
        if (claim.outcome() == scenario.documented(claim)) {
            return "✅";
        }
        return claim.outcome() == Outcome.VIOLATED || claim.outcome() == Outcome.HOLDS ? "❌" : "⚠️";
    }

    private static String bounds(CheckedScenario scenario) {
        StringBuilder text = new StringBuilder();
        for (BoundUse bound : scenario.report().bounds()) {
            if (bound.reached() + bound.cut() > 0) {
                text.append(
                        "; %s reached %,d times, %,d steps cut".formatted(bound.name(), bound.reached(), bound.cut()));
            }
        }
        return text.toString();
    }

    private void details(ClaimResult claim, Counterexample run, StringBuilder page) {
        page.append("<details><summary><code>%s</code>: the shortest run, %d steps</summary>%n%n"
                .formatted(claim.claim().id(), run.length()));
        page.append(Escape.markdownBlock(ladder.text(run))).append("\n</details>\n\n");
    }
}
