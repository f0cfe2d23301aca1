package dev.lastack.checker.partition;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import java.util.Arrays;

/** All that two searches for the same thing must agree on, as text. */
public final class Results {

    private Results() {}

    public static String of(Exploration seen) {
        StringBuilder text = new StringBuilder();
        text.append(seen.distinct())
                .append(" states, ")
                .append(seen.generated())
                .append(" steps, ");
        text.append(seen.levels()).append(" levels, ").append(seen.counters()).append(seen.cuts());
        text.append(seen.stopped()).append('\n');
        seen.verdicts()
                .forEach((name, verdict) ->
                        text.append(name).append(": ").append(render(verdict)).append('\n'));
        return text.toString();
    }

    private static String render(Verdict verdict) {
        if (verdict instanceof Verdict.Violated violated) {
            return "violated " + render(violated.trace());
        }
        return verdict instanceof Verdict.Witnessed witnessed
                ? "witnessed " + render(witnessed.trace())
                : verdict.toString();
    }

    private static String render(Trace trace) {
        StringBuilder text = new StringBuilder(Arrays.toString(trace.initial()));
        for (Trace.Step step : trace.steps()) {
            text.append(' ').append(step.action()).append('/').append(step.observations());
            text.append(Arrays.toString(step.target()));
        }
        return text.toString();
    }
}
