package dev.lastack.properties.verification;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Verdict;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.rules.Bound;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.ScenarioException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which engine is asked what, and in which order, where time is counted in ticks. */
final class Pipeline {

    private static final String NO_ORDER = "it is no safety claim of the catalogue";

    /** So many states cost less than a hull. */
    private static final long FEW_STATES = 50_000;

    /** The greatest that a scenario can have. */
    private static final int GREATEST_CAPACITY = 16;

    private final Subject subject;
    private final List<Claim> claims;
    private final SearchOptions options;

    Pipeline(Subject subject, List<Claim> claims, SearchOptions options) {
        this.subject = subject;
        this.claims = claims;
        this.options = options;
    }

    Report run() {
        return options.engine() == Engine.AUTO && options.reach() && isMilder() ? plainIfSmall() : hullFirst();
    }

    /** Whether a hull can tell only that what holds in the scenario's network holds in every other one as well. */
    private boolean isMilder() {
        return !HullStage.isOfAnyCapacity(subject.scenario())
                && !options.growing()
                && new HullStage(subject, options).refusal().isEmpty();
    }

    /**
     * A plain search of few states shows which claims hold in the scenario's own network, and a hull is asked of these alone. What is
     * violated needs none.
     */
    private Report plainIfSmall() {
        Report plain = new PlainStage(subject, claims, HullFindings.NONE, few(options)).run(subject.scenario());
        SearchOptions rest = options.after(plain.seconds());
        if (plain.exploration().stopped().isPresent()) {
            return new Pipeline(subject, claims, rest).hullFirst();
        }
        List<Claim> open = plain.claims().stream()
                .filter(result -> result.outcome() == Outcome.HOLDS || result.outcome() == Outcome.VACUOUS)
                .map(ClaimResult::claim)
                .toList();
        HullFindings hull = new HullStage(subject, rest).run(open);
        List<ClaimResult> results =
                plain.claims().stream().map(result -> carried(result, hull)).toList();
        return withHull(hull, plain, results);
    }

    private static SearchOptions few(SearchOptions usual) {
        Limits limits = usual.limits();
        return usual.with(limits.withMaxStates(Math.min(FEW_STATES, limits.maxStates())));
    }

    /** The result of a plain search, for all the networks for which the hull shows the same. */
    private static ClaimResult carried(ClaimResult plain, HullFindings hull) {
        String id = plain.claim().id();
        Optional<DecidedBy> by = plain.outcome() == Outcome.HOLDS
                ? Optional.ofNullable(hull.proved().get(id))
                : Optional.ofNullable(hull.decided().get(id)).map(ClaimResult::decidedBy);
        return by.map(plain::by).orElse(plain);
    }

    /** The hull decides what it can, and a plain search the rest. */
    Report hullFirst() {
        HullFindings hull =
                options.engine() == Engine.PLAIN ? HullFindings.NONE : new HullStage(subject, options).run(claims);
        List<Claim> left = claims.stream()
                .filter(claim -> !hull.decided().containsKey(claim.id()))
                .toList();
        if (options.engine() == Engine.HULL && !hull.proved().isEmpty() && isMilder()) {
            return withWitnesses(hull);
        }
        return options.engine() == Engine.HULL || (hull.stage().isPresent() && left.isEmpty() && !options.counting())
                ? ofHullAlone(hull)
                : together(hull, plain(hull, left));
    }

    /** What the hull has proved is put to the test, or not, in the scenario's own network: a plain search of few states looks. */
    private Report withWitnesses(HullFindings hull) {
        List<Claim> proved = claims.stream()
                .filter(claim -> hull.proved().containsKey(claim.id()))
                .toList();
        SearchOptions rest =
                few(options.after(hull.stage().orElseThrow().exploration().seconds()));
        Report plain = new PlainStage(subject, proved, hull, rest).run(subject.scenario());
        List<ClaimResult> results = ofHullAlone(hull).claims().stream()
                .map(result -> plain.claim(result.claim().id()).orElse(result))
                .toList();
        return withHull(hull, plain, results);
    }

    /** What is left, by a plain search, whose capacity grows if it is to. */
    private Report plain(HullFindings hull, List<Claim> left) {
        SearchOptions rest = options.after(
                hull.stage().map(stage -> stage.exploration().seconds()).orElse(0.0));
        PlainStage stage = new PlainStage(subject, left, hull, rest);
        Report report = stage.run(subject.scenario());
        int capacity = report.scenario().environment().boundedCapacity();
        while (options.growing()
                && report.exploration().stopped().isEmpty()
                && capacityMattered(report)
                && capacity < GREATEST_CAPACITY) {
            capacity++;
            report = stage.run(report.scenario().with(Map.of(PlainStage.CAPACITY, Integer.toString(capacity))));
        }
        return report;
    }

    /** Both reports in one, the claims in the order asked for. */
    private Report together(HullFindings hull, Report plain) {
        List<ClaimResult> results = claims.stream()
                .map(claim -> Optional.ofNullable(hull.decided().get(claim.id()))
                        .or(() -> plain.claim(claim.id()))
                        .orElseThrow())
                .toList();
        return withHull(hull, plain, results);
    }

    private static Report withHull(HullFindings hull, Report plain, List<ClaimResult> results) {
        List<Stage> stages =
                Stream.concat(hull.stage().stream(), plain.stages().stream()).toList();
        return new Report(plain.scenario(), plain.model(), plain.reductions(), stages, results, plain.bounds());
    }

    private Report ofHullAlone(HullFindings hull) {
        TerminationModel model = TerminationModel.of(subject.scenario(), subject.variant());
        List<ClaimResult> results = claims.stream()
                .map(claim -> Optional.ofNullable(hull.decided().get(claim.id()))
                        .orElseGet(() -> undecided(claim, model, hull)))
                .toList();
        Stage stage = hull.stage()
                .orElseThrow(() -> new ScenarioException(
                        subject.scenario().statement().place(),
                        "the hull decides none of these claims here: "
                                + hull.open().values().stream().findFirst().orElse(NO_ORDER)));
        return new Report(subject.scenario(), model, Set.of(), List.of(stage), results, List.of());
    }

    private static ClaimResult undecided(Claim claim, TerminationModel model, HullFindings hull) {
        ClaimResult undecided = new ClaimResult(claim, new Verdict.Inconclusive(""), model);
        return Optional.ofNullable(hull.proved().get(claim.id()))
                .map(proof -> Tested.neverSeen(undecided.by(proof)))
                .orElseGet(() -> undecided.inconclusive(
                        "the hull does not decide it: " + hull.open().getOrDefault(claim.id(), NO_ORDER)));
    }

    private static boolean capacityMattered(Report report) {
        return report.bounds().stream().anyMatch(bound -> bound.bound() == Bound.CAPACITY && bound.isMet());
    }
}
