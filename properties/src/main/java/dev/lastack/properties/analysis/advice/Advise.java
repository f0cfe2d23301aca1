package dev.lastack.properties.analysis.advice;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.RealTimeText;
import dev.lastack.scenario.text.ScenarioException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the checker whether a TIME-WAIT given in real time is safe, for the least that is, and for other ways to be safe.
 *
 * <p>Immutable; each method returns an asking-to-be with one thing changed.
 */
public final class Advise {

    /** No old segment disturbs the next connection: what people mean by a TIME-WAIT that is long enough. */
    public static final List<Claim> NEXT_CONNECTION = List.of(
            TerminationClaims.NO_OLD_FIN,
            TerminationClaims.NO_OLD_DATA,
            TerminationClaims.NO_OLD_ACK,
            TerminationClaims.NO_OLD_HANDSHAKE,
            TerminationClaims.NO_OLD_RST);

    /**
     * Claims about the old connection's end, reported with the answer. That no handshake is replayed is one: where it is
     * broken no TIME-WAIT at the active closer mends it, for a delayed SYN and ACK reach a listener at the other end.
     */
    public static final List<Claim> OLD_CONNECTION =
            List.of(TerminationClaims.DRAINED, TerminationClaims.LAST_ACK_CLEAN, TerminationClaims.NO_REPLAY);

    /** Percent of the time after which finer ticks, the answer, the least TIME-WAIT, and the other ways end. */
    private static final int FINER = 30;

    private static final int ANSWER = 50;

    private static final int LEAST = 80;
    private static final int ALL = 100;

    private final Figures figures;
    private final List<Claim> judged;
    private final Limits limits;
    private final Progress progress;

    private Advise(Figures figures, List<Claim> judged, Limits limits, Progress progress) {
        this.figures = figures;
        this.judged = List.copyOf(judged);
        this.limits = limits;
        this.progress = progress;
    }

    /** Advice about {@code figures}, judged by the claims about the next connection, without limits. */
    public static Advise on(Figures figures) {
        return new Advise(figures, NEXT_CONNECTION, Limits.none(), Progress.NONE);
    }

    /** Judges by these claims instead. */
    public Advise judgedBy(List<Claim> claims) {
        return new Advise(figures, claims, limits, progress);
    }

    /** Spends no more than that on all explorations together. */
    public Advise limits(Limits newLimits) {
        return new Advise(figures, judged, newLimits, progress);
    }

    /** Tells {@code newProgress} of each exploration. */
    public Advise progress(Progress newProgress) {
        return new Advise(figures, judged, limits, newProgress);
    }

    /**
     * Explores and answers.
     *
     * @throws ScenarioException if the figures make no scenario
     */
    public Advice run() {
        List<Duration> ticks = Ticks.of(figures);
        Clock clock = new Clock(limits.timeout());
        List<Explored> explored = new ArrayList<>();
        Optional<Explored> answer = answer(ticks, clock, explored);
        LeastWait least = answer.map(found ->
                        new WaitSearch(found, figures.timeWait(), judged, wait -> at(wait, found.tick(), clock)).run())
                .orElse(LeastWait.UNKNOWN);
        List<Remedy> remedies = answer.filter(found -> found.on(judged) == Decision.UNSAFE)
                .map(found -> remedies(decidingSafety(ticks, found.tick()), clock))
                .orElse(List.of());
        return new Advice(figures, judged, answer, explored, least, remedies);
    }

    /** What becomes of a TIME-WAIT of that length. */
    private Decision at(Duration timeWait, Duration tick, Clock clock) {
        Map<String, String> change = Map.of("time-wait", RealTimeText.of(timeWait));
        return explore(tick, Scope.EXCHANGE, change, clock.leftOf(LEAST))
                .map(explored -> explored.on(judged))
                .orElse(Decision.UNDECIDED);
    }

    private List<Remedy> remedies(Duration tick, Clock clock) {
        return Remedy.search(figures, change -> explore(tick, Scope.EXCHANGE, change, clock.leftOf(ALL)), judged);
    }

    /** A violation may have been found with a tick that cannot show safety; what is to be safe needs one that can. */
    private Duration decidingSafety(List<Duration> ticks, Duration otherwise) {
        return ticks.stream()
                .filter(tick -> Ticks.decidesSafety(figures.at(tick, Scope.EXCHANGE, Map.of())))
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * The first tick that decides the question in the least scope; where it is safe, the finest tick that can be explored
     * until all gaps are covered, and there the greatest scope. Those that decide nothing are kept in {@code explored} too.
     * The last tick has all of the time: where it decides nothing, there is no other way to be safe to look for.
     */
    private Optional<Explored> answer(List<Duration> ticks, Clock clock, List<Explored> explored) {
        for (Duration tick : ticks) {
            boolean last = tick.equals(ticks.get(ticks.size() - 1));
            Duration time = clock.leftOf(last ? ALL : ANSWER);
            Optional<Explored> first = explore(tick, Scope.EXCHANGE, Map.of(), time);
            first.ifPresent(explored::add);
            Decision decision = first.map(it -> it.on(judged)).orElse(Decision.UNDECIDED);
            if (decision == Decision.UNSAFE) {
                return first;
            }
            if (decision.isSafeWhereExplored()) {
                List<Duration> finer = ticks.subList(ticks.indexOf(tick) + 1, ticks.size());
                return Optional.of(widest(finest(first.get(), finer, clock, explored), clock, explored));
            }
        }
        return Optional.empty();
    }

    /** A finer tick covers shorter gaps between retransmissions; {@code finer} are tried while some are not covered. */
    private Explored finest(Explored first, List<Duration> finer, Clock clock, List<Explored> explored) {
        Explored answer = first;
        for (Duration tick : finer) {
            if (answer.on(judged) != Decision.PARTLY_SAFE) {
                return answer;
            }
            Optional<Explored> next = explore(tick, Scope.EXCHANGE, Map.of(), clock.leftOf(FINER));
            next.ifPresent(explored::add);
            if (next.isEmpty() || next.get().on(judged) == Decision.UNDECIDED) {
                return answer;
            }
            answer = next.get();
        }
        return answer;
    }

    private Explored widest(Explored first, Clock clock, List<Explored> explored) {
        if (!first.on(judged).isSafeWhereExplored()) {
            return first;
        }
        Explored answer = first;
        for (Scope scope : List.of(Scope.USERS, Scope.CAPACITY)) {
            Optional<Explored> next = explore(first.tick(), scope, Map.of(), clock.leftOf(ANSWER));
            next.ifPresent(explored::add);
            Decision decision = next.map(it -> it.on(judged)).orElse(Decision.UNDECIDED);
            if (decision == Decision.UNDECIDED) {
                return answer;
            }
            answer = next.get();
            if (decision == Decision.UNSAFE) {
                return answer;
            }
        }
        return answer;
    }

    /** One exploration; empty if there is no time left for it or the change makes no scenario. */
    Optional<Explored> explore(Duration tick, Scope scope, Map<String, String> changes, Duration time) {
        if (time.isZero()) {
            return Optional.empty();
        }
        Scenario scenario;
        try {
            scenario = figures.at(tick, scope, changes);
        } catch (ScenarioException impossible) {
            return Optional.empty();
        }
        List<Claim> claims = Stream.concat(judged.stream(), OLD_CONNECTION.stream())
                .distinct()
                .toList();
        Verification verification = Verification.of(scenario)
                .claims(claims)
                .limits(limits.withTimeout(time))
                .progress(progress)
                .withoutReach();
        Gaps asked = figures.gaps(changes);
        return Optional.of(new Explored(
                tick,
                scope,
                changes,
                asked,
                asked.from(tick),
                verification.run().withoutStates()));
    }
}
