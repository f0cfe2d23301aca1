package dev.lastack.spark;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import java.util.Arrays;

/** All that two verifications of the same scenario must agree on, as text. */
final class Results {

    private Results() {}

    static String of(Report report) {
        Exploration seen = report.exploration();
        StringBuilder text = new StringBuilder();
        text.append(seen.distinct())
                .append(' ')
                .append(seen.generated())
                .append(' ')
                .append(seen.levels());
        text.append(seen.counters()).append(seen.cuts()).append(seen.stopped()).append(report.bounds());
        for (ClaimResult result : report.claims()) {
            text.append('\n').append(result.claim().id()).append(": ").append(render(result.verdict()));
        }
        return text.append('\n').toString();
    }

    private static String render(Verdict verdict) {
        if (!(verdict instanceof Verdict.Violated violated)) {
            return verdict.toString();
        }
        StringBuilder text = new StringBuilder(Arrays.toString(violated.trace().initial()));
        for (Trace.Step step : violated.trace().steps()) {
            text.append(' ').append(step.action()).append('/').append(step.observations());
            text.append(Arrays.toString(step.target()));
        }
        return text.toString();
    }
}
