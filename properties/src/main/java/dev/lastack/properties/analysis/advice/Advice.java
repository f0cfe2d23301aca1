package dev.lastack.properties.analysis.advice;

import dev.lastack.properties.analysis.SafetyArgument;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An answer with what it rests on.
 *
 * @param judged the claims it was judged by
 * @param answer the exploration that decided it; empty if none did
 * @param explored every exploration of the question itself, in order
 * @param least where TIME-WAIT begins to be safe
 * @param remedies other ways to be safe that were tried, if it is not
 */
public record Advice(
        Figures figures,
        List<Claim> judged,
        Optional<Explored> answer,
        List<Explored> explored,
        LeastWait least,
        List<Remedy> remedies) {

    public Advice {
        judged = List.copyOf(judged);
        explored = List.copyOf(explored);
        remedies = List.copyOf(remedies);
    }

    /** The answer. It is safe only if the exploration covers every gap between retransmissions that was asked about. */
    public Decision decision() {
        return answer.map(it -> it.on(judged)).orElse(Decision.UNDECIDED);
    }

    /** The gaps between retransmissions that the answer is for: those of a tick or more; empty without an answer. */
    public Optional<Gaps> coveredGaps() {
        return answer.map(Explored::covered);
    }

    /** The ticks that could be explored, the coarsest first. */
    public List<Duration> ticks() {
        return Ticks.of(figures);
    }

    /** The shortest tick that is ever explored; a gap between retransmissions below it is never covered. */
    public Duration leastTick() {
        return figures.msl().dividedBy(Ticks.MOST_PER_MSL);
    }

    /** The claim that breaks first, with its run at real durations. */
    public Optional<ClaimResult> firstBroken() {
        return answer.flatMap(it -> it.firstBroken(judged));
    }

    /** What keeps old segments out of the next connection. */
    public Optional<SafetyArgument> argument() {
        return answer.map(it -> SafetyArgument.of(it.report()));
    }
}
