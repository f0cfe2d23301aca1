package dev.lastack.properties.analysis.advice;

import dev.lastack.checker.Trace;
import dev.lastack.model.view.StepView;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.scenario.Expectation.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One exploration and what it says.
 *
 * @param tick empty for an exploration in dense time
 * @param changes the knobs that differ from what was asked about; empty for the question itself
 * @param asked the gaps between retransmissions that are the question
 * @param covered those among them that the report speaks for: all in dense time, else those that the tick can tell apart
 * @param report without the states
 */
public record Explored(
        Optional<Duration> tick, Scope scope, Map<String, String> changes, Gaps asked, Gaps covered, Report report) {

    /**
     * Safe: none is broken and at least one was put to the test; open if any is undecided. It is no more than partly safe
     * where gaps that were asked about are not covered.
     */
    Decision on(Collection<Claim> judged) {
        List<Outcome> outcomes = results(judged).map(ClaimResult::outcome).toList();
        if (outcomes.contains(Outcome.VIOLATED)) {
            return Decision.UNSAFE;
        }
        if (outcomes.contains(Outcome.INCONCLUSIVE) || !outcomes.contains(Outcome.HOLDS)) {
            return Decision.UNDECIDED;
        }
        return covered.equals(asked) ? Decision.SAFE : Decision.PARTLY_SAFE;
    }

    /**
     * Of the broken ones among {@code judged}, the one broken at the earliest instant, and there in the fewest steps; one
     * whose run is a trace in ticks comes before all others.
     */
    public Optional<ClaimResult> firstBroken(Collection<Claim> judged) {
        return results(judged)
                .filter(result -> result.outcome() == Outcome.VIOLATED)
                .min(Comparator.comparing((ClaimResult result) -> result.trace().isEmpty())
                        .thenComparingLong(result -> result.trace()
                                .map(trace -> instant(result, trace))
                                .orElse(0L))
                        .thenComparingInt(result -> result.trace()
                                .map(trace -> trace.steps().size())
                                .orElse(result.timedRun().size())));
    }

    private Stream<ClaimResult> results(Collection<Claim> judged) {
        return report.claims().stream().filter(result -> judged.contains(result.claim()));
    }

    /** Nanoseconds until the claim is broken. Runs of different claims may have different ticks. */
    private static long instant(ClaimResult result, Trace trace) {
        long ticks = 0;
        for (int step = 0; step < trace.steps().size(); step++) {
            StepView told = result.model()
                    .tell(trace.state(step), trace.steps().get(step).action());
            ticks += told.kind() == StepView.Kind.TICK ? 1 : 0;
        }
        return ticks
                * result.model()
                        .scenario()
                        .statement()
                        .realTime()
                        .orElseThrow()
                        .tick()
                        .toNanos();
    }
}
