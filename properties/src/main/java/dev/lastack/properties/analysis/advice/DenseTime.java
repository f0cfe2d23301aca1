package dev.lastack.properties.analysis.advice;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.model.zones.ZoneScope;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ZoneReport;
import dev.lastack.properties.verification.ZoneVerification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explorations in dense time, at the durations asked about. They cover every gap between retransmissions. Where the capacity cut
 * them, nothing is violated and nothing is proved for every capacity, they decide nothing: the capacity is then raised, as
 * far as the time allows.
 */
final class DenseTime {

    private static final int LEAST_CAPACITY = 2;
    private static final int GREATEST_CAPACITY = 16;

    /** So many take a few seconds. Where the capacity cuts, more would not help. */
    private static final long MOST_ZONES = 20_000;

    private final Figures figures;
    private final List<Claim> claims;
    private final List<Claim> judged;
    private final Limits limits;
    private final Progress progress;

    /** Explorations that decide {@code claims}, of which {@code judged} count. */
    DenseTime(Figures figures, List<Claim> claims, List<Claim> judged, Limits limits, Progress progress) {
        this.figures = figures;
        this.claims = claims;
        this.judged = judged;
        this.limits = limits.withMaxStates(Math.min(limits.maxStates(), MOST_ZONES));
        this.progress = progress;
    }

    /** One exploration, with the greatest capacity that was tried; empty if zones do not support what is asked. */
    Optional<Explored> explore(Scope scope, Map<String, String> changes, Duration time) {
        long end = System.nanoTime() + Math.min(time.toNanos(), Long.MAX_VALUE / 4);
        Optional<Explored> last = Optional.empty();
        for (int capacity = LEAST_CAPACITY; capacity <= GREATEST_CAPACITY; capacity++) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            Optional<Scenario> scenario = figures.inDenseTime(scope, changes, capacity)
                    .filter(supported -> ZoneScope.refusal(supported).isEmpty());
            if (scenario.isEmpty() || left.isNegative() || left.isZero()) {
                return last;
            }
            Optional<ZoneReport> found = run(scenario.get(), left, capacity == LEAST_CAPACITY);
            if (found.isEmpty()) {
                return last;
            }
            ZoneReport report = found.get();
            Gaps gaps = figures.gaps(changes);
            Explored explored = new Explored(Optional.empty(), scope, changes, gaps, gaps, report.report());
            last = Optional.of(explored);
            boolean isCut = report.bounds().isPresent()
                    && report.exploration().stopped().isEmpty();
            if (!isCut
                    || explored.on(judged) != Decision.UNDECIDED
                    || figures.knobs().containsKey("capacity")) {
                return last;
            }
        }
        return last;
    }

    /** Proofs for any network are looked for once; those for one network and any capacity take too long. */
    private Optional<ZoneReport> run(Scenario scenario, Duration time, boolean first) {
        try {
            ZoneVerification verification = ZoneVerification.of(scenario)
                    .claims(claims)
                    .limits(limits.withTimeout(time))
                    .progress(progress);
            return Optional.of((first ? verification.withCheapProofs() : verification.withinCapacity()).run());
        } catch (ScenarioException aboutStates) {
            return Optional.empty(); // A claim that is not about steps.
        }
    }
}
