package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.StateSpace;
import dev.lastack.checker.Trace;
import dev.lastack.checker.search.Explorer;
import dev.lastack.conformance.event.Event;
import dev.lastack.conformance.event.Move;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds two executable stacks against the formal model of a scenario.
 *
 * <ul>
 *   <li>{@link #randomSteps}: every step that the executables take is one of the model.
 *   <li>{@link #everyTransition}, {@link #sampledTransitions} and {@link #everyPair}: every step of the model is taken by
 *       the executables.
 *   <li>{@link #replay}: the executables take the very steps of a trace, and break the claim that it breaks.
 * </ul>
 *
 * <p>Immutable. A mismatch is a {@link Divergence} in the report, never an exception.
 */
public final class Conformance {

    private static final int RUN_LENGTH = 80;
    private static final int ONE_REFUSED_CALL_IN = 10;
    private static final Kind[] REFUSABLE = {Kind.OPEN, Kind.SEND, Kind.CLOSE, Kind.ABORT};

    private final Scenario scenario;
    private final TerminationModel model;
    private final StackFactory factory;

    private Conformance(Scenario scenario, TerminationModel model, StackFactory factory) {
        this.scenario = scenario;
        this.model = model;
        this.factory = factory;
    }

    /** lastack's own endpoint against the model of {@code scenario}. */
    public static Conformance of(Scenario scenario) {
        return new Conformance(scenario, TerminationModel.of(scenario), StackFactory.OWN);
    }

    /** Other stacks at both ends. */
    public Conformance stacks(StackFactory other) {
        return new Conformance(scenario, model, other);
    }

    /** Another model of the same scenario. */
    public Conformance against(TerminationModel other) {
        return new Conformance(scenario, other, factory);
    }

    /** Random runs of at least {@code steps} steps in all: what the executables do, the model can do. */
    public ConformanceReport randomSteps(long steps, long seed) {
        Lockstep lockstep = lockstep();
        Random random = new Random(seed);
        Optional<Divergence> divergence = Optional.empty();
        while (divergence.isEmpty() && lockstep.steps() < steps) {
            lockstep.restart();
            divergence = randomRun(lockstep, random);
        }
        return report(lockstep, 0, false, divergence);
    }

    private Optional<Divergence> randomRun(Lockstep lockstep, Random random) {
        for (int i = 0; i < RUN_LENGTH; i++) {
            if (random.nextInt(ONE_REFUSED_CALL_IN) == 0) {
                Optional<Divergence> accepted = refusedCall(lockstep, random);
                if (accepted.isPresent()) {
                    return accepted;
                }
            }
            List<Trace.Step> steps = lockstep.model().steps();
            if (steps.isEmpty()) {
                return Optional.empty();
            }
            Move move = lockstep.tell(steps.get(random.nextInt(steps.size())));
            lockstep.impose(move);
            // What a bound of the model forbids must not be chosen.
            for (Host host : lockstep.model().cut() ? new Host[0] : Host.values()) {
                lockstep.pair().end(host).choices().waits(random.nextBoolean());
            }
            Optional<Divergence> divergence = lockstep.take(move, () -> alternatives(lockstep, steps, move));
            if (divergence.isPresent()) {
                return divergence;
            }
        }
        return Optional.empty();
    }

    /** {@code move} first, then every other step with its event. */
    private static Iterator<Move> alternatives(Lockstep lockstep, List<Trace.Step> steps, Move move) {
        return Stream.concat(
                        Stream.of(move),
                        steps.stream()
                                .filter(step -> step.action() != move.action())
                                .map(lockstep::tell)
                                .filter(other -> other.event().equals(move.event())))
                .iterator();
    }

    /** A call in a state in which RFC 9293 §3.10 refuses it. */
    private static Optional<Divergence> refusedCall(Lockstep lockstep, Random random) {
        Host host = random.nextBoolean() ? Host.A : Host.B;
        Kind kind = REFUSABLE[random.nextInt(REFUSABLE.length)];
        return refused(kind, lockstep.view().endpoint(host).state())
                ? lockstep.refuse(new Event(kind, Optional.of(host), Optional.empty()))
                : Optional.empty();
    }

    private static boolean refused(Kind kind, TcpState state) {
        return switch (state) {
            case CLOSED -> kind != Kind.OPEN;
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK -> kind != Kind.ABORT;
            case TIME_WAIT -> kind == Kind.SEND || kind == Kind.CLOSE;
            case SYN_SENT, SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT -> kind == Kind.OPEN;
            case LISTEN -> false;
        };
    }

    /** Every step of the first {@code mostStates} states, or of all if there are fewer. */
    public ConformanceReport everyTransition(int mostStates) {
        ModelGraph graph = new ModelGraph(model, mostStates);
        Lockstep lockstep = lockstep();
        TransitionCover cover = new TransitionCover(lockstep);
        for (int id = 0; id < graph.size(); id++) {
            cover.cover(graph.state(id));
        }
        Optional<Divergence> divergence = Optional.empty();
        for (int id = 0; id < graph.size() && divergence.isEmpty(); id++) {
            divergence = cover.stepsOf(graph.state(id), graph.wayTo(id));
        }
        return report(lockstep, graph.size(), graph.complete(), divergence);
    }

    /** All states of this model, each standing for itself, whatever a search for verdicts may fold together. */
    public StateSpace states() {
        return new Explorer(model, List.of(), Limits.none(), Progress.NONE)
                .run()
                .states()
                .orElseThrow();
    }

    /**
     * Every step of {@code sample} states of {@code space}, the {@link #states()} of this model, drawn uniformly by their
     * numbers; of all if there are no more.
     */
    public ConformanceReport sampledTransitions(StateSpace space, int sample, long seed) {
        Random random = new Random(seed);
        SortedSet<Long> numbers = new TreeSet<>();
        while (numbers.size() < Math.min(sample, space.size())) {
            numbers.add(random.nextLong(space.size()));
        }
        return transitionsOf(numbers, space);
    }

    /**
     * A step for each pair of TCP state and kind of event that any step in {@code space}, the {@link #states()} of this
     * model, has: complete if the executables have met all of them.
     */
    public ConformanceReport everyPair(StateSpace space) {
        ReachablePairs pairs = new ReachablePairs(lockstep().model(), space);
        ConformanceReport report = transitionsOf(pairs.witnesses(), space);
        boolean complete = report.coverage().missing(pairs.coverage()).isEmpty();
        return new ConformanceReport(
                report.scenario(), report.steps(), 0, complete, report.coverage(), report.divergence());
    }

    private ConformanceReport transitionsOf(SortedSet<Long> numbers, StateSpace space) {
        Lockstep lockstep = lockstep();
        TransitionCover cover = new TransitionCover(lockstep);
        List<Ways.Way> ways = Ways.to(numbers, model, space);
        ways.forEach(way -> cover.cover(way.state()));
        Optional<Divergence> divergence = Optional.empty();
        for (int i = 0; i < ways.size() && divergence.isEmpty(); i++) {
            divergence = cover.stepsOf(ways.get(i).state(), ways.get(i).actions());
        }
        return report(lockstep, ways.size(), ways.size() == space.size(), divergence);
    }

    /** Plays {@code trace}, a run of this model that breaks the claim with the id {@code claim}, on the executables. */
    public Replayed replay(String claim, Trace trace) {
        return new TraceReplay(lockstep(), scenario, factory).play(claim, trace);
    }

    /**
     * Explores the scenario, then plays every run that breaks one of {@code claims}, of the catalogue, on the executables.
     */
    public List<Replayed> violations(Collection<Claim> claims) {
        return violations(
                Verification.of(scenario).claims(claims).withoutReach().run());
    }

    /** Plays every run in {@code report}, on this scenario, that breaks a claim of the catalogue. */
    public List<Replayed> violations(Report report) {
        List<Replayed> replayed = new ArrayList<>();
        for (ClaimResult result : report.claims()) {
            Conformance exact = new Conformance(result.model().scenario(), result.model(), factory);
            result.trace()
                    .map(trace -> exact.replay(result.claim().id(), trace))
                    .ifPresent(replayed::add);
        }
        return replayed;
    }

    private Lockstep lockstep() {
        return new Lockstep(scenario, model, factory);
    }

    private ConformanceReport report(
            Lockstep lockstep, long states, boolean complete, Optional<Divergence> divergence) {
        return new ConformanceReport(
                scenario.name(), lockstep.steps(), states, complete, lockstep.coverage(), divergence);
    }
}
