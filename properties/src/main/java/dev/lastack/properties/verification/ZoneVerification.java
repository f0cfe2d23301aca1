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
import java.time.Duration;
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
 * <p>Claims that no network can violate are proved first. Where the capacity of the search forbade a step or lost a segment,
 * what it did not find is looked for once more without counting the segments in flight, see {@link ZoneProofs}; what is
 * not proved then is not said to hold.
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
    private final Proofs proofs;

    /** Which proofs that count no segments are looked for. */
    private enum Proofs {
        NONE,
        ANY_NETWORK,
        ALL
    }

    private ZoneVerification(Scenario scenario, List<Claim> claims, Limits limits, Progress progress, Proofs proofs) {
        this.scenario = scenario;
        this.claims = claims;
        this.limits = limits;
        this.progress = progress;
        this.proofs = proofs;
    }

    /** All safety claims of {@code scenario}. */
    public static ZoneVerification of(Scenario scenario) {
        return new ZoneVerification(
                scenario, TerminationClaims.safety(scenario), Limits.none(), Progress.NONE, Proofs.ALL);
    }

    /** Decides these claims instead; their ids are distinct. */
    public ZoneVerification claims(Collection<Claim> chosen) {
        return new ZoneVerification(scenario, List.copyOf(chosen), limits, progress, proofs);
    }

    /** Decides these claims instead. */
    public ZoneVerification claims(Claim... chosen) {
        return claims(List.of(chosen));
    }

    /** Ends early, with inconclusive outcomes, where a limit is reached; it counts zones as states. */
    public ZoneVerification limits(Limits newLimits) {
        return new ZoneVerification(scenario, claims, newLimits, progress, proofs);
    }

    /** Tells {@code newProgress} how far it is, and ends early if that says so. */
    public ZoneVerification progress(Progress newProgress) {
        return new ZoneVerification(scenario, claims, limits, newProgress, proofs);
    }

    /** Looks for no proofs that count no segments, which are the same for every capacity. */
    public ZoneVerification withinCapacity() {
        return new ZoneVerification(scenario, claims, limits, progress, Proofs.NONE);
    }

    /** Looks only for proofs for any network, which take a second or two. */
    public ZoneVerification withCheapProofs() {
        return new ZoneVerification(scenario, claims, limits, progress, Proofs.ANY_NETWORK);
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
        long start = System.nanoTime();
        ZoneModel model = ZoneModel.of(scenario);
        ZoneProofs anyNetwork = proofs != Proofs.NONE
                ? ZoneProofs.ofAnyNetwork(scenario, invariants(claims, model), limits)
                : ZoneProofs.NONE;
        ZoneExploration exploration = new ZoneSearch(model, sought(model, anyNetwork), leftOf(start), progress).run();
        Optional<String> bounds = bounds(scenario, exploration);
        List<ZoneResult> found = claims.stream()
                .map(claim -> anyNetwork.proves(claim)
                        ? proved(claim, exploration, anyNetwork, bounds)
                        : result(claim, model, exploration, bounds))
                .toList();
        return new ZoneReport(
                scenario,
                model.control(),
                exploration,
                bounds.isEmpty() || proofs != Proofs.ALL ? found : ofAnyCapacity(found, exploration, leftOf(start)),
                bounds);
    }

    private Limits leftOf(long start) {
        Duration left = limits.timeout().minusNanos(System.nanoTime() - start);
        return limits.withTimeout(left.isNegative() ? Duration.ZERO : left);
    }

    private static List<StepInvariant> invariants(List<Claim> claims, ZoneModel model) {
        return claims.stream()
                .map(claim -> stepInvariant(claim, model.control()))
                .toList();
    }

    /** Runs that violate what is not proved, and a step that tests what is. */
    private List<StepInvariant> sought(ZoneModel model, ZoneProofs proofs) {
        return Stream.concat(
                        invariants(claims, model).stream()
                                .map(invariant -> proofs.proves(invariant.name()) ? test(invariant) : invariant),
                        Stream.of(OVERFLOW))
                .toList();
    }

    /** Its "violation" is a step that puts {@code invariant} to the test. */
    private static StepInvariant test(StepInvariant invariant) {
        return new StepInvariant(invariant.name(), 0, invariant.relevant() | invariant.violation());
    }

    /** What holds for any network is vacuous all the same if nothing ever tests it. */
    private static ZoneResult proved(
            Claim claim, ZoneExploration exploration, ZoneProofs proofs, Optional<String> bounds) {
        boolean tested = Objects.requireNonNull(exploration.answers().get(claim.id()))
                .violation()
                .isPresent();
        Optional<String> unseen = exploration.stopped().or(() -> bounds);
        if (tested || !proofs.mayTest(claim) || unseen.isEmpty()) {
            return new ZoneResult(
                    claim,
                    tested ? Outcome.HOLDS : Outcome.VACUOUS,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    proofs.decidedBy());
        }
        return ZoneResult.inconclusive(
                claim, "no run violates it in any network, but no step was seen that tests it", Optional.empty());
    }

    /** Where nothing but a bound of the search leaves claims open, copies in flight are not counted. */
    private List<ZoneResult> ofAnyCapacity(List<ZoneResult> found, ZoneExploration exploration, Limits left) {
        List<Claim> open = found.stream()
                .filter(result -> result.outcome() == Outcome.INCONCLUSIVE
                        && result.run().isEmpty()
                        && Objects.requireNonNull(
                                        exploration.answers().get(result.claim().id()))
                                .tested())
                .map(ZoneResult::claim)
                .toList();
        if (open.isEmpty() || exploration.stopped().isPresent()) {
            return found;
        }
        ZoneModel model = ZoneModel.ofAnyCapacity(scenario);
        ZoneProofs proofs = ZoneProofs.ofAnyCapacity(model, invariants(open, model), left, progress);
        return found.stream()
                .map(result -> open.contains(result.claim()) && proofs.proves(result.claim())
                        ? new ZoneResult(
                                result.claim(),
                                Outcome.HOLDS,
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                proofs.decidedBy())
                        : result)
                .toList();
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
                    ? ZoneResult.violated(claim, run.get(), exact(claim, model.scenario(), run.get()))
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
