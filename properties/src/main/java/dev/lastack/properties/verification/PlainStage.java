package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Property;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.partition.PartitionedSearch;
import dev.lastack.checker.search.Explorer;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Question;
import dev.lastack.properties.verification.DecidedBy.Means;
import dev.lastack.properties.verification.DecidedBy.Networks;
import dev.lastack.properties.verification.recipe.Partitioning;
import dev.lastack.properties.verification.recipe.Questions;
import dev.lastack.properties.verification.recipe.TerminationRecipe;
import dev.lastack.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decides claims of any kind, state by state, within the capacity of one scenario. */
final class PlainStage {

    static final String CAPACITY = "capacity";

    private final Subject subject;
    private final List<Claim> claims;
    private final HullFindings hull;
    private final SearchOptions options;

    /** A search for {@code claims}, where {@code hull} has proved some of them. */
    PlainStage(Subject subject, List<Claim> claims, HullFindings hull, SearchOptions options) {
        this.subject = subject;
        this.claims = claims;
        this.hull = hull;
        this.options = options;
    }

    static String capacityOf(TerminationModel model) {
        return CAPACITY + "-" + model.scenario().environment().boundedCapacity();
    }

    Report run(Scenario explored) {
        TerminationModel model = TerminationModel.of(explored, subject.variant());
        TerminationModel searched = subject.searched(explored, claims);
        RunVerdicts runs = RunVerdicts.of(searched, claims);
        Exploration exploration =
                options.cluster().map(cluster -> search(searched, cluster)).orElseGet(() -> explore(searched));
        refuseTimelock(searched, exploration);
        Map<String, ClaimResult> ofRuns = runs.decide(exploration, options.limits(), options.progress());
        Boundary boundary = new Boundary(model, claims, options.limits(), options.progress());
        List<BoundUse> bounds = bounds(exploration);
        List<ClaimResult> results = claims.stream()
                .map(claim -> Optional.ofNullable(ofRuns.get(claim.id()))
                        .orElseGet(() -> new ClaimResult(
                                claim,
                                Objects.requireNonNull(exploration.verdicts().get(claim.id())),
                                searched)))
                .map(result -> replayable(model, result))
                .map(result -> RealTimeVerdict.of(result, boundary).by(decidedBy(result.claim(), explored, bounds)))
                .map(result -> withProof(result, exploration))
                .toList();
        Stage stage = new Stage(Engine.PLAIN, exploration);
        return new Report(explored, model, searched.reductions(), List.of(stage), results, bounds);
    }

    private Exploration explore(TerminationModel searched) {
        List<Property> properties = new ArrayList<>(Questions.properties(searched, claims));
        for (Claim claim : claims) {
            if (hull.proved().containsKey(claim.id())) {
                properties.add(Tested.of(claim, searched));
            }
        }
        Explorer inMemory = new Explorer(searched, properties, options.limits(), options.progress());
        return options.place()
                .map(where -> inMemory.in(where.workspace(searched, options.growing())))
                .orElse(inMemory)
                .run();
    }

    private Exploration search(TerminationModel searched, Partitioning cluster) {
        TerminationRecipe recipe = TerminationRecipe.of(searched, claims);
        return new PartitionedSearch(
                        recipe,
                        cluster.setting(options.growing() ? capacityOf(searched) : ""),
                        cluster.distribution(),
                        options.limits(),
                        options.progress())
                .run(recipe.model());
    }

    /** A search that never met its capacity would see the same with every greater one. */
    private static DecidedBy decidedBy(Claim claim, Scenario explored, List<BoundUse> bounds) {
        List<String> met = new ArrayList<>();
        boolean capacityMattered = false;
        for (BoundUse bound : bounds) {
            if (bound.isMet()) {
                boolean isCapacity = bound.bound() == Bound.CAPACITY;
                // How many copies are remembered depends on the capacity.
                capacityMattered |= isCapacity || bound.bound() == Bound.REMEMBERED_COPIES;
                String title = bound.bound().title();
                met.add(isCapacity ? title + " " + explored.environment().boundedCapacity() : title);
            }
        }
        // At real durations further searches may have decided, with bounds of their own.
        boolean isAlone = claim.question() instanceof Question.OfSteps
                && !InstantOrder.of(explored).timersAreSteps();
        boolean any = isAlone && !capacityMattered;
        return new DecidedBy(Means.PLAIN, any ? Networks.ANY_CAPACITY : Networks.OWN, met, 0);
    }

    /** The result with its run, if it has one, as {@code model} takes it, whose states stand for themselves. */
    private static ClaimResult replayable(TerminationModel model, ClaimResult result) {
        Verdict verdict = result.verdict();
        if (verdict instanceof Verdict.Violated violated
                && !result.model().reductions().equals(model.reductions())) {
            verdict = new Verdict.Violated(model.rerun(result.model(), violated.trace()));
        }
        return new ClaimResult(result.claim(), verdict, model, result.notes(), result.decidedBy());
    }

    /** What the hull has proved holds; here was seen whether anything puts it to the test. */
    private ClaimResult withProof(ClaimResult plain, Exploration exploration) {
        DecidedBy proof = hull.proved().get(plain.claim().id());
        if (proof == null) {
            return noted(plain);
        }
        if (plain.verdict() instanceof Verdict.Violated) {
            throw new AssertionError("the hull proves " + plain.claim()
                    + ", and the plain search found a run that violates it." + " This is a defect of lastack.");
        }
        boolean vacuous = plain.verdict() instanceof Verdict.Vacuous
                && (plain.decidedBy().networks() == Networks.ANY_CAPACITY
                        || !HullStage.isOfAnyCapacity(plain.model().scenario()));
        if (vacuous) {
            return plain;
        }
        return Tested.isSeen(plain.claim(), exploration)
                ? new ClaimResult(plain.claim(), new Verdict.Holds(), plain.model(), List.of(), proof)
                : Tested.neverSeen(plain.by(proof));
    }

    /** Where no number was given the reader learns why it is needed. */
    private ClaimResult noted(ClaimResult plain) {
        String why = hull.open().get(plain.claim().id());
        if (why == null || !HullStage.isOfAnyCapacity(plain.model().scenario())) {
            return plain;
        }
        List<String> notes = new ArrayList<>(plain.notes());
        notes.add("not decided without a capacity: " + why);
        return new ClaimResult(plain.claim(), plain.verdict(), plain.model(), notes, plain.decidedBy());
    }

    /** A tick leads on from every state but one in which a segment has to arrive first, and there it can. */
    private static void refuseTimelock(TerminationModel model, Exploration exploration) {
        if (exploration.verdicts().get(Questions.NO_TIMELOCK.name()) instanceof Verdict.Violated stuck) {
            Trace run = stuck.trace();
            throw new AssertionError("time cannot pass, though no bound forbids it, in the state "
                    + model.describeState(run.state(run.steps().size())) + "; a rule of the model is wrong");
        }
    }

    private static List<BoundUse> bounds(Exploration exploration) {
        return Bound.all().stream()
                .map(bound -> new BoundUse(
                        bound,
                        exploration.counters().getOrDefault(bound.overflows(), 0L),
                        exploration.cuts().getOrDefault(bound.title(), 0L)))
                .toList();
    }
}
