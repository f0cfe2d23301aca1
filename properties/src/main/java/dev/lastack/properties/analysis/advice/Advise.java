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

    /** Percent of the time after which dense time, finer ticks, the answer, the least TIME-WAIT, and the other ways end. */
    private static final int DENSE = 15;

    private static final int FINER = 40;

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
        Clock clock = new Clock(limits.timeout());
        List<Explored> explored = new ArrayList<>();
        Optional<Explored> dense = dense(Scope.EXCHANGE, Map.of(), clock.leftOf(DENSE));
        dense.ifPresent(explored::add);
        Decision decision = dense.map(found -> found.on(judged)).orElse(Decision.UNDECIDED);
        if (decision == Decision.SAFE) {
            return inDenseTime(dense.orElseThrow(), clock, explored);
        }
        Advice advice = inTicks(clock, explored);
        // Where ticks find a violation too, they have a threshold and other ways to tell with it.
        return decision == Decision.UNSAFE && advice.decision() != Decision.UNSAFE
                ? inDenseTime(dense.orElseThrow(), clock, explored)
                : advice;
    }

    /** Advice from an exploration at the very durations asked about, which came to an answer. */
    private Advice inDenseTime(Explored found, Clock clock, List<Explored> explored) {
        Explored answer = widest(found, clock, explored);
        int loss = found.report().scenario().environment().loss();
        LeastWait least = new ExactWait(figures, wait -> denseAt(wait, clock)).run(answer.on(judged), loss);
        return new Advice(
                figures, judged, Optional.of(answer), explored, least, remedies(answer, Ticks.of(figures), clock));
    }

    private Advice inTicks(Clock clock, List<Explored> explored) {
        List<Duration> ticks = Ticks.of(figures);
        Optional<Explored> answer = answer(ticks, clock, explored);
        LeastWait least = answer.flatMap(found -> found.tick()
                        .map(tick -> new WaitSearch(
                                        found, tick, figures.timeWait(), judged, wait -> at(wait, tick, clock))
                                .run()))
                .orElse(LeastWait.UNKNOWN);
        List<Remedy> remedies =
                answer.map(found -> remedies(found, ticks, clock)).orElse(List.of());
        return new Advice(figures, judged, answer, explored, least, remedies);
    }

    private Decision denseAt(Duration timeWait, Clock clock) {
        Duration time = clock.leftOf(LEAST);
        return time.isZero()
                ? Decision.UNDECIDED
                : new DenseTime(figures, judged, judged, limits, progress)
                        .explore(Scope.EXCHANGE, Map.of("time-wait", RealTimeText.of(timeWait)), time)
                        .map(explored -> explored.on(judged))
                        .orElse(Decision.UNDECIDED);
    }

    private Optional<Explored> dense(Scope scope, Map<String, String> changes, Duration time) {
        return time.isZero()
                ? Optional.empty()
                : new DenseTime(figures, claims(), judged, limits, progress).explore(scope, changes, time);
    }

    /** What becomes of a TIME-WAIT of that length. */
    private Decision at(Duration timeWait, Duration tick, Clock clock) {
        Map<String, String> change = Map.of("time-wait", RealTimeText.of(timeWait));
        return explore(tick, Scope.EXCHANGE, change, clock.leftOf(LEAST))
                .map(explored -> explored.on(judged))
                .orElse(Decision.UNDECIDED);
    }

    /** Other ways to be safe, if {@code answer} is unsafe. */
    private List<Remedy> remedies(Explored answer, List<Duration> ticks, Clock clock) {
        return answer.on(judged) == Decision.UNSAFE
                ? Remedy.search(figures, change -> remedy(change, ticks, clock), judged)
                : List.of();
    }

    /** In ticks, and in dense time where those decide nothing. */
    private Optional<Explored> remedy(Map<String, String> change, List<Duration> ticks, Clock clock) {
        Optional<Explored> inTicks =
                decidingSafety(ticks).flatMap(tick -> explore(tick, Scope.EXCHANGE, change, clock.leftOf(ALL)));
        return inTicks.filter(this::isDecided)
                .or(() -> dense(Scope.EXCHANGE, change, clock.leftOf(ALL)).filter(this::isDecided))
                .or(() -> inTicks);
    }

    private boolean isDecided(Explored explored) {
        return explored.on(judged) != Decision.UNDECIDED;
    }

    /** A violation may have been found with a tick that cannot show safety; what is to be safe needs one that can. */
    private Optional<Duration> decidingSafety(List<Duration> ticks) {
        return ticks.stream()
                .filter(tick -> Ticks.decidesSafety(figures.at(tick, Scope.EXCHANGE, Map.of())))
                .findFirst()
                .or(() -> ticks.stream().findFirst());
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
        // In dense time no capacity was met that could be widened.
        List<Scope> wider = first.tick().isEmpty() ? List.of(Scope.USERS) : List.of(Scope.USERS, Scope.CAPACITY);
        for (Scope scope : wider) {
            Optional<Explored> next = first.tick()
                    .map(tick -> explore(tick, scope, Map.of(), clock.leftOf(ANSWER)))
                    .orElseGet(() -> dense(scope, Map.of(), clock.leftOf(ANSWER)));
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
        Verification verification = Verification.of(scenario)
                .claims(claims())
                .limits(limits.withTimeout(time))
                .progress(progress)
                .withoutReach();
        Gaps asked = figures.gaps(changes);
        return Optional.of(new Explored(
                Optional.of(tick),
                scope,
                changes,
                asked,
                asked.from(tick),
                verification.run().withoutStates()));
    }

    private List<Claim> claims() {
        return Stream.concat(judged.stream(), OLD_CONNECTION.stream())
                .distinct()
                .toList();
    }
}
