package dev.lastack.properties.claims;

import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What there is to say about a verdict on whole runs, in sentences. */
public final class RunNotes {

    /** Claims that the FIN-WAIT-2 timer can make true. */
    private static final Set<String> OF_ORPHANS = Set.of("fin-wait-2-resolves", "terminates", "half-open-heals");

    private static final String ONLY_ORPHANS =
            "with fin-wait-2-timeout and close.as: half this speaks of sockets that are closed: stacks start"
                    + " that timer for orphans, not for a socket that is only half-closed";

    private RunNotes() {}

    /**
     * On {@code decisive}, the result that made the verdict for {@code scenario}, and on those {@code alike} for the other
     * host.
     */
    public static List<String> of(Claim claim, Scenario scenario, LivenessResult decisive, List<LivenessResult> alike) {
        List<String> notes = new ArrayList<>();
        if (!decisive.remark().isEmpty()) {
            notes.add(decisive.remark());
        }
        if (decisive.verdict() instanceof Verdict.Holds) {
            holds(claim, alike, notes);
            if (hasOrphanTimer(scenario) && OF_ORPHANS.contains(claim.id().split(Claim.WITHOUT, 2)[0])) {
                notes.add(ONLY_ORPHANS);
            }
        }
        if (decisive.verdict() instanceof Verdict.Violated) {
            notes.addAll(allowances(decisive.tolerated()));
        }
        return notes;
    }

    /** With close.as: half, a user who still reads, and one who does not, are not told apart. */
    private static boolean hasOrphanTimer(Scenario scenario) {
        return Stream.of(scenario.a(), scenario.b())
                .anyMatch(knobs -> knobs.finWait2().timeout() != EndpointKnobs.OFF
                        && knobs.user().closeAs() == EndpointKnobs.CloseAs.HALF);
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
