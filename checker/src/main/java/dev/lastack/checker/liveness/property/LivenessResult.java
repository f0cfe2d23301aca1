package dev.lastack.checker.liveness.property;

import dev.lastack.checker.Verdict;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What became of a {@link LivenessProperty}.
 *
 * @param needed of a property that holds: the assumptions that cannot be dropped, each in a separate set; and each
 *     two of the others that cannot be dropped together, or all of them if it takes more than two
 * @param tolerated of a violation: what its run would have to do under assumptions that were not made, such as
 *     "the FIN with SEQ 3 is sent for ever and never arrives"
 * @param longestStay of a {@link LongestStay} that has an end: the greatest number of ticks
 * @param remark why a verdict is vacuous, or empty
 */
public record LivenessResult(
        Verdict verdict, Set<Set<String>> needed, List<Unfairness> tolerated, OptionalLong longestStay, String remark) {

    public LivenessResult {
        needed = Set.copyOf(needed);
        tolerated = List.copyOf(tolerated);
    }

    /** A condition that a run breaks, by what the run does. */
    public record Unfairness(String assumption, String breach) {}

    public static LivenessResult of(Verdict verdict, String remark) {
        return new LivenessResult(verdict, Set.of(), List.of(), OptionalLong.empty(), remark);
    }

    public static LivenessResult inconclusive(String why) {
        return of(new Verdict.Inconclusive(why), "");
    }
}
