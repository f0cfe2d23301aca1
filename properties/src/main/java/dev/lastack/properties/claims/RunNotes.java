package dev.lastack.properties.claims;

import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.knobs.RealTimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            longestStay(claim, scenario, alike).ifPresent(notes::add);
            needs(claim, alike).ifPresent(notes::add);
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

    private static Optional<String> longestStay(Claim claim, Scenario scenario, List<LivenessResult> alike) {
        OptionalLong longest = alike.stream()
                .flatMapToLong(each -> each.longestStay().stream())
                .max();
        if (longest.isEmpty()) {
            return Optional.empty();
        }
        long ticks = longest.getAsLong();
        String real = scenario.statement()
                .realTime()
                .filter(RealTime::measured)
                .map(time -> ", " + RealTimeText.of(time.tick().multipliedBy(ticks)))
                .orElse("");
        boolean asksForTheLeast = claim.id().endsWith("-within") && ticks > 0;
        String run = asksForTheLeast ? "; '" + claim.id() + " " + (ticks - 1) + "' shows a run that takes so long" : "";
        return Optional.of("at most " + ticks + " ticks" + real + run);
    }

    private static Optional<String> needs(Claim claim, List<LivenessResult> alike) {
        if (claim.assumptions().isEmpty()) {
            return Optional.empty();
        }
        Set<String> needed = new TreeSet<>();
        alike.stream()
                .flatMap(each -> each.needed().stream())
                .forEach(one -> needed.add(String.join(" or ", new TreeSet<>(one))));
        return Optional.of(
                needed.isEmpty() ? "it needs none of its assumptions" : "it needs: " + String.join(", ", needed));
    }
}
