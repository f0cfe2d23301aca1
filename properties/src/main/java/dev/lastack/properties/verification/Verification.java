package dev.lastack.properties.verification;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.Trace;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.PartitionedSearch;
import dev.lastack.checker.search.Explorer;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Reduction;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.scenario.Scenario;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides claims about a scenario in one exploration: the one entry point for the command line, sweeps, the test kit and
 * any Java program.
 *
 * <pre>{@code
 * Report report = Verification.of(scenario).claims(TerminationClaims.safety()).run();
 * }</pre>
 *
 * <p>Immutable; each method returns a verification with one thing changed.
 */
public final class Verification {

    /** Time passes from every state, or the model is wrong. */
    private static final Property NO_TIMELOCK = new Property.DeadlockFree("no timelock", (states, offset) -> false);

    /** The bound that {@link #growingCapacity()} raises. */
    private static final String CAPACITY = "capacity";

    private final Subject subject;
    private final List<Claim> claims;
    private final Limits limits;
    private final Progress progress;
    private final boolean growing;
    private final Optional<Place> place;
    private final Optional<Partitioning> partitioning;

    private Verification(
            Subject subject,
            List<Claim> claims,
            Limits limits,
            Progress progress,
            boolean growing,
            Optional<Place> place) {
        this(subject, claims, limits, progress, growing, place, Optional.empty());
    }

    private Verification(
            Subject subject,
            List<Claim> claims,
            Limits limits,
            Progress progress,
            boolean growing,
            Optional<Place> place,
            Optional<Partitioning> partitioning) {
        this.subject = subject;
        this.claims = claims;
        this.limits = limits;
        this.progress = progress;
        this.growing = growing;
        this.place = place;
        this.partitioning = partitioning;
    }

    /** All safety claims of {@code scenario}, with no limit but the memory of this process. */
    public static Verification of(Scenario scenario) {
        return new Verification(
                new Subject(scenario, Variant.OF_KNOBS, Optional.empty()),
                TerminationClaims.safety(),
                Limits.none(),
                Progress.NONE,
                false,
                Optional.empty());
    }

    /** Decides these claims instead; their ids are distinct. */
    public Verification claims(Collection<Claim> chosen) {
        if (chosen.stream().map(Claim::id).distinct().count() != chosen.size()) {
            throw new IllegalArgumentException("a claim is asked for twice: " + chosen);
        }
        return new Verification(subject, List.copyOf(chosen), limits, progress, growing, place, partitioning);
    }

    /** Decides these claims instead. */
    public Verification claims(Claim... chosen) {
        return claims(List.of(chosen));
    }

    /** Lets {@code newVariant} take the decisions that the model leaves open. */
    public Verification variant(Variant newVariant) {
        return new Verification(subject.with(newVariant), claims, limits, progress, growing, place, partitioning);
    }

    /**
     * Uses these reductions alone. Without this, every one that is safe for the claims is used.
     *
     * @throws dev.lastack.scenario.text.ScenarioException when run, if one of them is not shown to be safe for a claim
     */
    public Verification reductions(Set<Reduction> asked) {
        return new Verification(subject.with(asked), claims, limits, progress, growing, place, partitioning);
    }

    /** Ends early, with inconclusive verdicts, where a limit is reached. */
    public Verification limits(Limits newLimits) {
        return new Verification(subject, claims, newLimits, progress, growing, place, partitioning);
    }

    /** Tells {@code newProgress} how far it is, and ends early if that says so. */
    public Verification progress(Progress newProgress) {
        return new Verification(subject, claims, limits, newProgress, growing, place, partitioning);
    }

    /** Raises the capacity of the network until it no longer matters, or a limit is reached. */
    public Verification growingCapacity() {
        return new Verification(subject, claims, limits, progress, true, place, partitioning);
    }

    /**
     * Keeps the levels of the exploration in {@code directory}: it survives being killed, and continues from disk when
     * memory is used up. The directory must be empty, or hold the same exploration if {@code resume}.
     */
    public Verification in(Path directory, boolean resume) {
        return new Verification(subject, claims, limits, progress, growing, Optional.of(new Place(directory, resume)));
    }

    /** Divides the states among the machines of a cluster; their number is then limited by the disks of all. */
    public Verification on(Partitioning cluster) {
        return new Verification(subject, claims, limits, progress, growing, place, Optional.of(cluster));
    }

    /** What {@code model} explores, in words that change with anything that changes the states. */
    static String explored(TerminationModel model) {
        Scenario explored = model.scenario();
        // Two builds of lastack may lay the same states out differently: then they are different words.
        return "A: " + explored.a() + "\nB: " + explored.b() + "\n" + explored.environment() + "\n"
                + model.describeLayout()
                + (model.variant().equals(Variant.OF_KNOBS) ? "" : "variant: " + model.variant() + "\n")
                + (model.reductions().equals(Reduction.OF_STATES) ? "" : "reductions: " + model.reductions() + "\n");
    }

    private record Place(Path directory, boolean resume) {

        /** Every capacity has its own directory. */
        Workspace workspace(TerminationModel model, boolean growing) {
            Path own = growing ? directory.resolve(capacityOf(model)) : directory;
            return new Workspace(own, explored(model), resume);
        }
    }

    /**
     * Explores and decides.
     *
     * @throws Workspace.Unusable if the directory is damaged, in use, or holds something else
     */
    public Report run() {
        Report report = explore(subject.scenario());
        while (growing && report.exploration().stopped().isEmpty() && capacityMattered(report)) {
            int capacity = report.scenario().environment().capacity();
            report = explore(report.scenario().with(Map.of(CAPACITY, Integer.toString(capacity + 1))));
        }
        return report;
    }

    private Report explore(Scenario explored) {
        TerminationModel model = TerminationModel.of(explored, subject.variant());
        TerminationModel searched = subject.searched(explored, claims);
        RunVerdicts runs = RunVerdicts.of(searched, claims);
        Exploration exploration =
                partitioning.map(cluster -> search(searched, cluster)).orElseGet(() -> explore(searched));
        refuseTimelock(searched, exploration);
        Map<String, ClaimResult> ofRuns = runs.decide(exploration, limits, progress);
        Boundary boundary = new Boundary(model, claims, limits, progress);
        List<ClaimResult> results = claims.stream()
                .map(claim -> Optional.ofNullable(ofRuns.get(claim.id()))
                        .orElseGet(() -> new ClaimResult(
                                claim,
                                Objects.requireNonNull(exploration.verdicts().get(claim.id())),
                                searched)))
                .map(result -> replayable(model, result))
                .map(result -> RealTimeVerdict.of(result, boundary))
                .toList();
        return new Report(explored, model, searched.reductions(), exploration, results, bounds(exploration));
    }

    private Exploration explore(TerminationModel searched) {
        Explorer inMemory = new Explorer(searched, properties(searched, claims), limits, progress);
        return place.map(where -> inMemory.in(where.workspace(searched, growing)))
                .orElse(inMemory)
                .run();
    }

    private Exploration search(TerminationModel searched, Partitioning cluster) {
        return new PartitionedSearch(
                        TerminationRecipe.of(searched, claims),
                        cluster.setting(growing ? capacityOf(searched) : ""),
                        cluster.distribution(),
                        limits,
                        progress)
                .run(explored(searched));
    }

    private static String capacityOf(TerminationModel model) {
        return CAPACITY + "-" + model.scenario().environment().capacity();
    }

    /** What one exploration of {@code model} decides, so that {@code claims} can be. */
    static List<Property> properties(TerminationModel model, List<Claim> claims) {
        return Stream.concat(claims.stream().flatMap(claim -> claim.property(model).stream()), Stream.of(NO_TIMELOCK))
                .toList();
    }

    /** The result with its run, if it has one, as {@code model} takes it, whose states stand for themselves. */
    private static ClaimResult replayable(TerminationModel model, ClaimResult result) {
        Verdict verdict = result.verdict();
        if (verdict instanceof Verdict.Violated violated
                && !result.model().reductions().equals(model.reductions())) {
            verdict = new Verdict.Violated(model.rerun(result.model(), violated.trace()));
        }
        return new ClaimResult(result.claim(), verdict, model, result.notes());
    }

    /** A tick leads on from every state but one in which a segment has to arrive first, and there it can. */
    private static void refuseTimelock(TerminationModel model, Exploration exploration) {
        if (exploration.verdicts().get(NO_TIMELOCK.name()) instanceof Verdict.Violated stuck) {
            Trace run = stuck.trace();
            throw new AssertionError("time cannot pass, though no bound forbids it, in the state "
                    + model.describeState(run.state(run.steps().size())) + "; a rule of the model is wrong");
        }
    }

    /** The counter of a bound's overflows says how often that bound changed what happened. */
    private static List<BoundUse> bounds(Exploration exploration) {
        return exploration.cuts().entrySet().stream()
                .map(cut -> new BoundUse(
                        cut.getKey(),
                        exploration.counters().getOrDefault(cut.getKey() + " overflows", 0L),
                        cut.getValue()))
                .toList();
    }

    private static boolean capacityMattered(Report report) {
        return report.bounds().stream()
                .anyMatch(bound -> bound.name().startsWith(CAPACITY) && bound.reached() + bound.cut() > 0);
    }
}
