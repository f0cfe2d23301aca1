package dev.lastack.properties;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.search.Explorer;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /** The bound that {@link #growingCapacity()} raises. */
    private static final String CAPACITY = "capacity";

    private final Scenario scenario;
    private final List<Claim> claims;
    private final Limits limits;
    private final Progress progress;
    private final boolean growing;

    private Verification(Scenario scenario, List<Claim> claims, Limits limits, Progress progress, boolean growing) {
        this.scenario = scenario;
        this.claims = claims;
        this.limits = limits;
        this.progress = progress;
        this.growing = growing;
    }

    /** All safety claims of {@code scenario}, with no limit but the memory of this process. */
    public static Verification of(Scenario scenario) {
        return new Verification(scenario, TerminationClaims.safety(), Limits.none(), Progress.NONE, false);
    }

    /** Decides these claims instead; their ids are distinct. */
    public Verification claims(Collection<Claim> chosen) {
        if (chosen.stream().map(Claim::id).distinct().count() != chosen.size()) {
            throw new IllegalArgumentException("a claim is asked for twice: " + chosen);
        }
        return new Verification(scenario, List.copyOf(chosen), limits, progress, growing);
    }

    /** Decides these claims instead. */
    public Verification claims(Claim... chosen) {
        return claims(List.of(chosen));
    }

    /** Ends early, with inconclusive verdicts, where a limit is reached. */
    public Verification limits(Limits newLimits) {
        return new Verification(scenario, claims, newLimits, progress, growing);
    }

    /** Tells {@code newProgress} how far it is, and ends early if that says so. */
    public Verification progress(Progress newProgress) {
        return new Verification(scenario, claims, limits, newProgress, growing);
    }

    /** Raises the capacity of the network until it no longer matters, or a limit is reached. */
    public Verification growingCapacity() {
        return new Verification(scenario, claims, limits, progress, true);
    }

    /** Explores and decides. */
    public Report run() {
        Report report = explore(scenario);
        while (growing && report.exploration().stopped().isEmpty() && capacityMattered(report)) {
            int capacity = report.scenario().environment().capacity();
            report = explore(report.scenario().with(Map.of(CAPACITY, Integer.toString(capacity + 1))));
        }
        return report;
    }

    private Report explore(Scenario explored) {
        TerminationModel model = TerminationModel.of(explored);
        List<Property> properties =
                claims.stream().flatMap(claim -> claim.property(model).stream()).toList();
        RunVerdicts runs = RunVerdicts.of(model, claims);
        Exploration exploration = new Explorer(model, properties, limits, progress).run();
        Map<String, ClaimResult> ofRuns = runs.decide(exploration, limits, progress);
        List<ClaimResult> results = claims.stream()
                .map(claim -> Optional.ofNullable(ofRuns.get(claim.id()))
                        .orElseGet(() -> new ClaimResult(
                                claim,
                                Objects.requireNonNull(exploration.verdicts().get(claim.id())),
                                model)))
                .map(RealTimeVerdict::of)
                .toList();
        return new Report(explored, model, exploration, results, bounds(exploration));
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
