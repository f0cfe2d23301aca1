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
 * @param changes the knobs that differ from what was asked about; empty for the question itself
 * @param asked the gaps between retransmissions that are the question
 * @param covered those among them that the tick can tell apart, which is what the report speaks for
 * @param report without the states
 */
public record Explored(
        Duration tick, Scope scope, Map<String, String> changes, Gaps asked, Gaps covered, Report report) {

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

    /** Of the broken ones among {@code judged}, the one broken at the earliest instant, and there in the fewest steps. */
    public Optional<ClaimResult> firstBroken(Collection<Claim> judged) {
        return results(judged)
                .filter(result -> result.trace().isPresent())
                .min(Comparator.comparingLong(Explored::instant)
                        .thenComparingInt(
                                result -> result.trace().orElseThrow().steps().size()));
    }

    private Stream<ClaimResult> results(Collection<Claim> judged) {
        return report.claims().stream().filter(result -> judged.contains(result.claim()));
    }

    /** Ticks until the claim is broken. */
    private static long instant(ClaimResult result) {
        Trace trace = result.trace().orElseThrow();
        long ticks = 0;
        for (int step = 0; step < trace.steps().size(); step++) {
            StepView told = result.model()
                    .tell(trace.state(step), trace.steps().get(step).action());
            ticks += told.kind() == StepView.Kind.TICK ? 1 : 0;
        }
        return ticks;
    }
}
