package dev.lastack.counterexamples.explain;

import dev.lastack.checker.Limits;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.properties.claims.Claim;
import java.util.Map;

/**
 * Finds out why a run breaks its claim, by exploring scenarios that differ in one thing.
 *
 * <p>Immutable; each method returns an explanation-to-be with one thing changed.
 */
public final class Explain {

    private final Counterexample run;
    private final Claim claim;
    private final Limits limits;

    private Explain(Counterexample run, Claim claim, Limits limits) {
        this.run = run;
        this.claim = claim;
        this.limits = limits;
    }

    /** Explains {@code run}, which breaks {@code claim}. */
    public static Explain of(Counterexample run, Claim claim) {
        return new Explain(run, claim, Limits.none());
    }

    /** Limits each exploration, and the time of all together; what they cannot decide is said to be undecided. */
    public Explain limits(Limits newLimits) {
        return new Explain(run, claim, newLimits);
    }

    /** Explores and explains. */
    public Explanation run() {
        Explorations explorations = new Explorations(run, claim, limits);
        Map<AdversarialEvent, Integer> inRun = AdversarialEvent.count(run);
        SmallestSet smallest = SmallestSet.search(inRun, run.loopStart().isPresent(), explorations);
        Remedies remedies = Remedies.search(run, claim, explorations);
        return new Explanation(run, inRun, smallest, remedies, explorations.count());
    }
}
