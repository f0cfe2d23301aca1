package dev.lastack.properties.conformance;

import dev.lastack.checker.Trace;
import dev.lastack.model.StepView.Kind;
import dev.lastack.model.TcpState;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Host;
import dev.lastack.scenario.Scenario;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Holds two executable stacks against the formal model of a scenario.
 *
 * <ul>
 *   <li>{@link #randomSteps}: every step that the executables take is one of the model.
 *   <li>{@link #everyTransition} and {@link #sampledTransitions}: every step of the model is taken by the executables.
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
            List<ModelRun.Step> steps = lockstep.model().steps();
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
    private static Iterator<Move> alternatives(Lockstep lockstep, List<ModelRun.Step> steps, Move move) {
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
        Optional<TcpState> state = lockstep.pair().end(host).state();
        return state.isPresent() && refused(kind, state.get())
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
        StateGraph graph = new StateGraph(model, mostStates);
        Lockstep lockstep = lockstep();
        TransitionCover cover = new TransitionCover(lockstep, graph);
        Optional<Divergence> divergence = Optional.empty();
        for (int id = 0; id < graph.size() && divergence.isEmpty(); id++) {
            divergence = cover.stepsOf(id);
        }
        return report(lockstep, graph.size(), graph.complete(), divergence);
    }

    /** Every step of {@code sample} states, drawn uniformly from the first {@code mostStates}. */
    public ConformanceReport sampledTransitions(int sample, int mostStates, long seed) {
        StateGraph graph = new StateGraph(model, mostStates);
        Lockstep lockstep = lockstep();
        TransitionCover cover = new TransitionCover(lockstep, graph);
        Random random = new Random(seed);
        Optional<Divergence> divergence = Optional.empty();
        for (int i = 0; i < sample && divergence.isEmpty(); i++) {
            divergence = cover.stepsOf(random.nextInt(graph.size()));
        }
        return report(lockstep, sample, false, divergence);
    }

    /** Plays {@code trace}, a run of this model that breaks the claim with the id {@code claim}, on the executables. */
    public Replayed replay(String claim, Trace trace) {
        return new TraceReplay(lockstep(), scenario, factory).play(claim, trace);
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
