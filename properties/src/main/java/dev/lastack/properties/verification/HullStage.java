package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.hull.HullDecision;
import dev.lastack.checker.hull.HullExploration;
import dev.lastack.checker.hull.HullSearch;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.lanes.LaneModel;
import dev.lastack.model.lanes.LaneRuns;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.SafetyClaim;
import dev.lastack.properties.verification.DecidedBy.Means;
import dev.lastack.properties.verification.DecidedBy.Networks;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.text.ScenarioException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides safety claims for any number of segments in flight. If that is the scenario's own network, everything found counts. In a
 * milder one only what holds does: each of its runs is one of the hostile network, but not the other way round.
 */
final class HullStage {

    /** A proof about a network that is not the scenario's own may keep so many states; a plain search follows anyway. */
    private static final long MOST_KEPT_FOR_ANOTHER = 2_000;

    private final Subject subject;
    private final SearchOptions options;
    private final Scenario scenario;
    private final boolean isOwn;
    private final Map<String, ClaimResult> decided = new LinkedHashMap<>();
    private final Map<String, DecidedBy> proved = new LinkedHashMap<>();
    private final Map<String, String> open = new LinkedHashMap<>();

    HullStage(Subject subject, SearchOptions options) {
        this.subject = subject;
        this.options = options;
        this.scenario = subject.scenario();
        this.isOwn = isOfAnyCapacity(scenario);
    }

    /** Whether a scenario's own network is one of any capacity that does as it likes. */
    static boolean isOfAnyCapacity(Scenario scenario) {
        return scenario.environment().hostile() && scenario.environment().capacity() == EndpointKnobs.UNLIMITED;
    }

    /** Whether the claim is one of the catalogue's on steps: each of them is shown to be upward-closed, see docs/adr/014. */
    static boolean isUpwardClosed(Claim claim) {
        return SafetyClaim.byId(claim.id())
                .filter(safety -> safety.claim().equals(claim))
                .isPresent();
    }

    HullFindings run(List<Claim> claims) {
        List<Claim> asked = claims.stream().filter(HullStage::isUpwardClosed).toList();
        List<String> ids = asked.stream().map(Claim::id).toList();
        Optional<String> refusal = refusal();
        if (asked.isEmpty() || refusal.isPresent()) {
            return HullFindings.refused(refusal.orElse(""), ids);
        }
        LaneModel lanes;
        try {
            lanes = LaneModel.of(searched(), subject.variant());
        } catch (ScenarioException impossible) {
            return HullFindings.refused(String.valueOf(impossible.getMessage()), ids);
        }
        return search(lanes, asked);
    }

    /** Why no hull is computed for this verification, if none is. */
    Optional<String> refusal() {
        if (options.limits().lossyBits().isPresent()) {
            return Optional.of("states are told apart by a hash");
        }
        if (options.place().isPresent() || options.cluster().isPresent()) {
            return Optional.of("the levels of the search are kept on disk");
        }
        return isOwn || options.reach()
                ? LaneModel.refusal(searched())
                : Optional.of("it is asked about this network alone");
    }

    private Scenario searched() {
        return isOwn ? scenario : LaneModel.hostile(scenario);
    }

    private HullFindings search(LaneModel lanes, List<Claim> asked) {
        TerminationModel model = TerminationModel.of(scenario, subject.variant());
        Map<Claim, StepInvariant> properties = new LinkedHashMap<>();
        asked.forEach(claim ->
                properties.put(claim, (StepInvariant) claim.property(model).orElseThrow()));
        HullSearch all =
                new HullSearch(lanes, List.copyOf(properties.values()), options.limits(), told(options.progress()));
        HullExploration seen = (isOwn ? all : all.forProofs(MOST_KEPT_FOR_ANOTHER)).run();
        properties.forEach((claim, property) -> new Answer(claim, property, model, seen.cuts())
                .take(lanes, Objects.requireNonNull(seen.decisions().get(claim.id()))));
        return new HullFindings(Optional.of(stage(seen)), decided, proved, open);
    }

    private static Stage stage(HullExploration seen) {
        return new Stage(
                Engine.HULL,
                new Exploration(
                        seen.controls(),
                        seen.generated(),
                        0,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        seen.stopped(),
                        seen.bytes(),
                        seen.seconds(),
                        Optional.empty()));
    }

    private static Progress told(Progress progress) {
        String unit = Engine.HULL.counted() + "s and states kept";
        return report -> progress.report(new Progress.Report(
                0,
                0,
                0,
                0,
                report.bytes(),
                report.seconds(),
                Optional.of(new Progress.Stage(
                        Engine.HULL.toString(), unit, report.distinct(), report.distinct() + report.queued()))));
    }

    /** What became of one claim. */
    private final class Answer {
        private final Claim claim;
        private final StepInvariant property;
        private final TerminationModel model;
        private final List<String> cuts;

        Answer(Claim claim, StepInvariant property, TerminationModel model, List<String> cuts) {
            this.claim = claim;
            this.property = property;
            this.model = model;
            this.cuts = cuts;
        }

        void take(LaneModel lanes, HullDecision decision) {
            if (decision instanceof HullDecision.Holds holds) {
                boolean byHull = holds.by() == HullDecision.Means.HULL;
                DecidedBy by = byHull ? any(Means.HULL, 0) : any(Means.ANTICHAIN, holds.kept());
                if (holds.isTested()) {
                    decide(new Verdict.Holds(), model, by);
                } else {
                    proved.put(claim.id(), by);
                }
            } else if (decision instanceof HullDecision.Vacuous) {
                decide(new Verdict.Vacuous(), model, any(Means.HULL, 0));
            } else if (decision instanceof HullDecision.Violated violated) {
                violated(lanes, violated);
            } else {
                open.put(claim.id(), ((HullDecision.Inconclusive) decision).why());
            }
        }

        private DecidedBy any(Means means, long kept) {
            return new DecidedBy(means, Networks.ANY, cuts, kept);
        }

        private void violated(LaneModel lanes, HullDecision.Violated violated) {
            new LaneRuns(lanes)
                    .take(violated.run(), property.violation())
                    .ifPresentOrElse(
                            taken -> decide(
                                    new Verdict.Violated(taken.trace()),
                                    TerminationModel.of(taken.scenario(), subject.variant()),
                                    new DecidedBy(Means.ANTICHAIN, Networks.OWN, List.of(), violated.kept())),
                            () -> open.put(
                                    claim.id(),
                                    "it is violated by a run of "
                                            + violated.run().steps().size()
                                            + " steps that needs more segments in flight than a capacity can be"));
        }

        private void decide(Verdict verdict, TerminationModel of, DecidedBy by) {
            decided.put(claim.id(), new ClaimResult(claim, verdict, of, List.of(), by));
        }
    }
}
