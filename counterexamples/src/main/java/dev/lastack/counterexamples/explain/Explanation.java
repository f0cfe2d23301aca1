package dev.lastack.counterexamples.explain;

import dev.lastack.counterexamples.Counterexample;
import java.util.Map;

/**
 * Why a run breaks its claim.
 *
 * @param inRun the adversarial events that it contains, by kind; none is left out
 * @param smallest the fewest with which the claim can still be broken
 * @param explorations how many state spaces were searched for this
 */
public record Explanation(
        Counterexample run,
        Map<AdversarialEvent, Integer> inRun,
        SmallestSet smallest,
        Remedies remedies,
        int explorations) {}
