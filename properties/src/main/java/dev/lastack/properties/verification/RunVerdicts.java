package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.liveness.LivenessSearch;
import dev.lastack.checker.liveness.property.GraphProperty;
import dev.lastack.checker.liveness.property.LivenessResult;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.rules.Bound;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.ClaimFairness;
import dev.lastack.properties.claims.Question;
import dev.lastack.properties.claims.RunNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Decides the claims about whole runs, all on one state graph, and puts the answers for both hosts together. */
final class RunVerdicts {

    /** What to set where the capacity cut a step. */
    private static final String OF_CAPACITY =
            "; with loss: unlimited a segment that finds the network full is lost, and no step is cut";

    private final TerminationModel model;
    private final Map<Claim, List<GraphProperty>> questions = new LinkedHashMap<>();

    private RunVerdicts(TerminationModel model) {
        this.model = model;
    }

    /**
     * The claims of {@code claims} that are about whole runs, put to {@code model}.
     *
     * @throws dev.lastack.checker.liveness.ltl.FormulaSyntaxException if a claim of the user's own cannot be read
     */
    static RunVerdicts of(TerminationModel model, List<Claim> claims) {
        RunVerdicts verdicts = new RunVerdicts(model);
        for (Claim claim : claims) {
            if (claim.question() instanceof Question.OfRuns) {
                verdicts.questions.put(claim, claim.graphProperties(model));
            }
        }
        return verdicts;
    }

    /** Results by claim id; empty if no claim is about whole runs. */
    Map<String, ClaimResult> decide(Exploration exploration, Limits limits, Progress progress) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        List<GraphProperty> properties = new ArrayList<>();
        questions.forEach((claim, parts) -> parts.forEach(part -> properties.add(inClaim(claim, part))));
        Map<String, LivenessResult> results =
                new LivenessSearch(model, new ClaimFairness(model), limits, progress).run(exploration, properties);
        String remedy = exploration.cuts().getOrDefault(Bound.CAPACITY.title(), 0L) > 0 ? OF_CAPACITY : "";
        Map<String, ClaimResult> byClaim = new LinkedHashMap<>();
        questions.forEach((claim, parts) -> byClaim.put(
                claim.id(),
                together(
                        claim,
                        parts.stream()
                                .map(part -> Objects.requireNonNull(
                                        results.get(inClaim(claim, part).name())))
                                .toList(),
                        remedy)));
        return byClaim;
    }

    /** The same part of two claims, with and without an assumption, needs two names. */
    private static GraphProperty inClaim(Claim claim, GraphProperty part) {
        return part.named(claim.id() + ": " + part.name());
    }

    /** Violated if one part is, else inconclusive if one is; vacuous only if all are. */
    private ClaimResult together(Claim claim, List<LivenessResult> parts, String remedy) {
        if (parts.isEmpty()) {
            return new ClaimResult(
                    claim, new Verdict.Vacuous(), model, List.of("it does not apply where segments are duplicated"));
        }
        LivenessResult decisive = parts.get(0);
        for (LivenessResult part : parts) {
            if (weight(part.verdict()) > weight(decisive.verdict())) {
                decisive = part;
            }
        }
        List<LivenessResult> alike = new ArrayList<>();
        for (LivenessResult part : parts) {
            if (weight(part.verdict()) == weight(decisive.verdict())) {
                alike.add(part);
            }
        }
        Verdict verdict = decisive.verdict();
        if (verdict instanceof Verdict.Inconclusive inconclusive) {
            verdict = new Verdict.Inconclusive(inconclusive.why() + remedy);
        }
        return new ClaimResult(claim, verdict, model, RunNotes.of(claim, model.scenario(), decisive, alike));
    }

    private static int weight(Verdict verdict) {
        if (verdict instanceof Verdict.Violated) {
            return 3;
        }
        if (verdict instanceof Verdict.Inconclusive) {
            return 2;
        }
        return verdict instanceof Verdict.Vacuous ? 0 : 1;
    }
}
