package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.report.Suite.Case;
import dev.lastack.properties.verification.BoundUse;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.Escape;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Markdown for a pull request or the summary of a GitHub job: a table for each scenario, each violation's ladder folded. */
public final class Markdown implements ReportFormat {

    @Override
    public String name() {
        return "md";
    }

    @Override
    public byte[] render(List<CheckedScenario> scenarios) {
        return write(scenarios.stream()
                .map(scenario -> scenario.suite().covering(bounds(scenario)))
                .toList());
    }

    @Override
    public byte[] write(List<Suite> suites) {
        StringBuilder page = new StringBuilder();
        suites.forEach(suite -> section(suite, page));
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void section(Suite suite, StringBuilder page) {
        page.append("## ").append(Escape.markdown(suite.name())).append("\n\n");
        page.append("| claim | verdict | expected | |\n| --- | --- | --- | --- |\n");
        for (Case one : suite.cases()) {
            page.append("| `%s` | %s %s | %s | %s |%n"
                    .formatted(
                            one.rule().id(),
                            mark(one),
                            one.verdict(),
                            one.documented(),
                            Escape.markdown(one.sentence())));
        }
        page.append("\n").append(suite.coverage()).append(".\n\n");
        for (Case one : suite.cases()) {
            one.evidence().ifPresent(evidence -> details(one, evidence, page));
        }
    }

    private static String mark(Case one) {
        if (one.verdict().equals(one.documented())) {
            return "✅";
        }
        boolean decided = one.verdict().equals(Outcome.VIOLATED.toString())
                || one.verdict().equals(Outcome.HOLDS.toString());
        return decided ? "❌" : "⚠️";
    }

    private static String bounds(CheckedScenario scenario) {
        StringBuilder text = new StringBuilder();
        for (BoundUse bound : scenario.report().bounds()) {
            if (bound.isMet()) {
                text.append(
                        "; %s reached %,d times, %,d steps cut".formatted(bound.name(), bound.reached(), bound.cut()));
            }
        }
        return text.toString();
    }

    private static void details(Case one, Suite.Evidence evidence, StringBuilder page) {
        page.append("<details><summary><code>%s</code>: %s</summary>%n%n"
                .formatted(one.rule().id(), evidence.title()));
        page.append(Escape.markdownBlock(evidence.ladder())).append("\n</details>\n\n");
    }
}
