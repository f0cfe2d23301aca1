package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.another.OtherRuns;
import dev.lastack.checker.search.Explorer;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The next run that violates a claim: the shortest one in which other events happen, or other rules decide, than in every run
 * known so far. The order of the events, and time that passes without a timer firing, make no difference.
 */
public final class NextViolation {

    private final TerminationModel model;
    private final Claim claim;
    private final Property property;
    private final List<List<String>> known = new ArrayList<>();

    /**
     * Looks in {@code model} for runs that violate {@code claim}.
     *
     * @param model without symmetry
     * @throws IllegalArgumentException if the claim is about whole runs
     */
    public NextViolation(TerminationModel model, Claim claim) {
        this.model = model;
        this.claim = claim;
        this.property =
                claim.property(model).orElseThrow(() -> new IllegalArgumentException(claim + " is about whole runs"));
    }

    /** From now on {@code run}, of {@code itsModel}, is known. */
    public void known(TerminationModel itsModel, Trace run) {
        known.add(events(itsModel, run));
    }

    /** Sorted, as their order makes no difference. */
    private static List<String> events(TerminationModel itsModel, Trace run) {
        return OtherRuns.of(run, new TerminationEvents(itsModel)).stream()
                .sorted()
                .toList();
    }

    /** The next run, which is known from then on: violated with that run, holding if there is none, or inconclusive. */
    public ClaimResult find(Limits limits, Progress progress) {
        while (true) {
            List<List<String>> before = List.copyOf(known);
            ClaimResult found = findAny(limits, progress);
            // At the real durations a run may turn out to be one that is known.
            boolean isOther = found.trace()
                    .filter(run -> before.contains(events(found.model(), run)))
                    .isEmpty();
            if (isOther) {
                return found;
            }
        }
    }

    private ClaimResult findAny(Limits limits, Progress progress) {
        OtherRuns others = new OtherRuns(model, property, new TerminationEvents(model), known);
        Exploration exploration = new Explorer(others, List.of(property), limits, progress).run();
        Verdict verdict = Objects.requireNonNull(exploration.verdicts().get(property.name()));
        if (!(verdict instanceof Verdict.Violated violated)) {
            return new ClaimResult(claim, verdict, model);
        }
        Trace run = others.project(violated.trace());
        known(model, run);
        ClaimResult found = new ClaimResult(claim, new Verdict.Violated(run), model);
        return RealTimeVerdict.of(found, new Boundary(model, List.of(claim), limits, progress));
    }
}
