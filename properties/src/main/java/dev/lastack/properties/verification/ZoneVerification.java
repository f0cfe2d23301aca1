package dev.lastack.properties.verification;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.Trace;
import dev.lastack.checker.zones.ZoneAnswer;
import dev.lastack.checker.zones.ZoneExploration;
import dev.lastack.checker.zones.ZoneSearch;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.zones.ZoneModel;
import dev.lastack.model.zones.ZoneRun;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.retiming.Retiming;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides safety claims about a scenario with real durations in dense time. Nothing is rounded, and no tick is chosen; the network
 * ranks before the 2MSL timer of the same instant.
 *
 * <p>Where a bound of the search, such as the capacity, forbade a step or lost a segment, nothing is said to hold.
 *
 * <p>Immutable; each method returns a verification with one thing changed.
 */
public final class ZoneVerification {

    /** A segment found its direction full. */
    private static final StepInvariant OVERFLOW = new StepInvariant("overflow", Observation.OVERFLOW.bit(), 0);

    private final Scenario scenario;
    private final List<Claim> claims;
    private final Limits limits;
    private final Progress progress;

    private ZoneVerification(Scenario scenario, List<Claim> claims, Limits limits, Progress progress) {
        this.scenario = scenario;
        this.claims = claims;
        this.limits = limits;
        this.progress = progress;
    }

    /** All safety claims of {@code scenario}. */
    public static ZoneVerification of(Scenario scenario) {
        return new ZoneVerification(scenario, TerminationClaims.safety(scenario), Limits.none(), Progress.NONE);
    }

    /** Decides these claims instead; their ids are distinct. */
    public ZoneVerification claims(Collection<Claim> chosen) {
        return new ZoneVerification(scenario, List.copyOf(chosen), limits, progress);
    }

    /** Decides these claims instead. */
    public ZoneVerification claims(Claim... chosen) {
        return claims(List.of(chosen));
    }

    /** Ends early, with inconclusive outcomes, where a limit is reached; it counts zones as states. */
    public ZoneVerification limits(Limits newLimits) {
        return new ZoneVerification(scenario, claims, newLimits, progress);
    }

    /** Tells {@code newProgress} how far it is, and ends early if that says so. */
    public ZoneVerification progress(Progress newProgress) {
        return new ZoneVerification(scenario, claims, limits, newProgress);
    }

    /**
     * Explores and decides.
     *
     * @throws ScenarioException if a duration is in ticks, zones do not support a knob, or a claim is not about steps
     */
    public ZoneReport run() {
        if (!scenario.statement().realTime().map(RealTime::measured).orElse(false)) {
            throw new ScenarioException(
                    scenario.statement().place(),
                    "msl: zones need real durations, such as 60s; ticks are for the plain engine");
        }
        ZoneModel model = ZoneModel.of(scenario);
        List<StepInvariant> properties = Stream.concat(
                        claims.stream().map(claim -> stepInvariant(claim, model.control())), Stream.of(OVERFLOW))
                .toList();
        ZoneExploration exploration = new ZoneSearch(model, properties, limits, progress).run();
        Optional<String> bounds = bounds(scenario, exploration);
        return new ZoneReport(
                scenario,
                model.control(),
                exploration,
                claims.stream()
                        .map(claim -> result(claim, model, exploration, bounds))
                        .toList(),
                bounds);
    }

    private static StepInvariant stepInvariant(Claim claim, TerminationModel model) {
        Optional<Property> property = claim.property(model);
        if (property.isPresent() && property.get() instanceof StepInvariant invariant) {
            return invariant;
        }
        throw new ScenarioException(
                Place.of(claim.id()),
                property.isEmpty()
                        ? "zones decide claims about steps, not about whole runs; use the plain engine"
                        : "zones decide claims about steps, not about states; use the plain engine");
    }

    private static ZoneResult result(
            Claim claim, ZoneModel model, ZoneExploration exploration, Optional<String> bounds) {
        ZoneAnswer answer = Objects.requireNonNull(exploration.answers().get(claim.id()));
        Optional<ZoneRun> run = answer.violation().map(found -> new ZoneRun(model, found));
        if (run.isPresent()) {
            return run.get().isApart()
                    ? new ZoneResult(claim, Outcome.VIOLATED, "", run, exact(claim, model.scenario(), run.get()))
                    : ZoneResult.inconclusive(claim, "the run found exists only where two things happen at once", run);
        }
        return exploration
                .stopped()
                .or(() -> bounds)
                .map(why -> ZoneResult.inconclusive(claim, why, Optional.empty()))
                .orElseGet(() -> ZoneResult.undisputed(claim, answer.tested() ? Outcome.HOLDS : Outcome.VACUOUS));
    }

    /** Why what was not found may exist beyond the bounds of the search; empty if the bounds made no difference. */
    private static Optional<String> bounds(Scenario scenario, ZoneExploration exploration) {
        String cut = exploration.cuts().entrySet().stream()
                .filter(bound -> bound.getValue() > 0)
                .map(bound -> "%s cut %,d steps".formatted(bound.getKey(), bound.getValue()))
                .collect(Collectors.joining(", "));
        boolean overflowed = Objects.requireNonNull(exploration.answers().get(OVERFLOW.name()))
                .tested();
        if (cut.isEmpty() && !overflowed) {
            return Optional.empty();
        }
        return Optional.of("no run within capacity %d violates it, but %s"
                .formatted(
                        scenario.environment().capacity(),
                        cut.isEmpty() ? "segments found their direction full" : cut));
    }

    /** The run in the model whose ticks divide every duration and the instant of every step, if it does not take too many. */
    private static Optional<Retiming.Exact> exact(Claim claim, Scenario scenario, ZoneRun run) {
        return run.inTicks()
                .filter(inTicks -> inTicks.ticks() <= Retiming.MOST_TICKS)
                .flatMap(inTicks -> withTick(scenario, inTicks.tick()).map(fine -> exact(claim, fine, inTicks)));
    }

    private static Optional<Scenario> withTick(Scenario scenario, long nanos) {
        try {
            long tick =
                    scenario.exact().statement().realTime().orElseThrow().tick().toNanos();
            return tick % nanos == 0 ? Optional.of(scenario.exact(Math.toIntExact(tick / nanos))) : Optional.empty();
        } catch (ScenarioException tooManyTicks) {
            return Optional.empty();
        }
    }

    private static Retiming.Exact exact(Claim claim, Scenario fine, ZoneRun.InTicks run) {
        TerminationModel model = TerminationModel.of(fine);
        Trace trace = run.in(model)
                .filter(found -> claim.property(model)
                        .orElseThrow()
                        .firstViolation(found, model)
                        .isPresent())
                .orElseThrow(() -> new AssertionError(
                        "a run that zones found does not violate " + claim + " in ticks: " + run.run()));
        return new Retiming.Exact(fine, model, trace);
    }
}
