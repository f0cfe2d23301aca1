package dev.lastack.properties;

import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.LivenessResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What there is to say about a verdict on whole runs, in sentences. */
final class RunNotes {

    private RunNotes() {}

    /** On {@code decisive}, the result that made the verdict, and on those {@code alike} for the other host. */
    static List<String> of(Claim claim, LivenessResult decisive, List<LivenessResult> alike) {
        List<String> notes = new ArrayList<>();
        if (!decisive.remark().isEmpty()) {
            notes.add(decisive.remark());
        }
        if (decisive.verdict() instanceof Verdict.Holds) {
            holds(claim, alike, notes);
        }
        if (decisive.verdict() instanceof Verdict.Violated) {
            notes.addAll(allowances(decisive.tolerated()));
        }
        return notes;
    }

    /** Why a run counts although it does {@code tolerated}. */
    static List<String> allowances(List<LivenessResult.Unfairness> tolerated) {
        return tolerated.stream()
                .filter(unfair -> !unfair.assumption().equals(ClaimFairness.ANSWER_LOOP))
                .map(unfair -> unfair.breach() + ": allowed, because \"" + unfair.assumption() + "\" is not assumed")
                .toList();
    }

    private static void holds(Claim claim, List<LivenessResult> alike, List<String> notes) {
        OptionalLong longest = alike.stream()
                .flatMapToLong(each -> each.longestStay().stream())
                .max();
        longest.ifPresent(ticks -> notes.add("at most " + ticks + " ticks"));
        if (!claim.assumptions().isEmpty()) {
            Set<String> needed = new TreeSet<>();
            alike.stream()
                    .flatMap(each -> each.needed().stream())
                    .forEach(one -> needed.add(String.join(" or ", new TreeSet<>(one))));
            notes.add(needed.isEmpty() ? "it needs none of its assumptions" : "it needs: " + String.join(", ", needed));
        }
    }
}
