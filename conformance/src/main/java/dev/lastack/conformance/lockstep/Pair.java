package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.event.AbstractSegment;
import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Effect;
import dev.lastack.conformance.event.Event;
import dev.lastack.conformance.event.Move;
import dev.lastack.conformance.monitor.Looks;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.EndpointConfig.Buffers;
import dev.lastack.endpoint.tcb.EndpointConfig.UserReads;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.model.state.Timer;
import dev.lastack.model.view.StepView.Firing;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Environment.Start;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Two executable stacks with a scenario's knobs and the clock that they share. */
final class Pair {

    private static final FourTuple TUPLE = new FourTuple(0x0A000001, 1, 0x0A000002, 2);

    private final Scale scale;
    private final boolean timersAreSteps;
    private final ExecutableEnd a;
    private final ExecutableEnd b;
    private long ticks;

    Pair(Scenario scenario, StackFactory factory, Abstraction abstraction, Scale scale) {
        this.scale = scale;
        this.timersAreSteps = Scale.timersAreSteps(scenario);
        a = new ExecutableEnd(Host.A, TUPLE, config(scenario.a()), factory, abstraction);
        b = new ExecutableEnd(Host.B, TUPLE.reversed(), config(scenario.b()), factory, abstraction);
        if (scenario.environment().start() == Start.ESTABLISHED) {
            establish();
        } else {
            a.listenIfItDoes(0);
            b.listenIfItDoes(0);
        }
    }

    private EndpointConfig config(EndpointKnobs knobs) {
        return new EndpointConfig(
                knobs,
                scale.tick(),
                scale.numbers(),
                new Buffers(1, EndpointKnobs.UNLIMITED, knobs.reception().window(), UserReads.AT_ONCE),
                knobs.user().closesFully(),
                false,
                scale.grace(),
                EndpointKnobs.UNLIMITED);
    }

    private void establish() {
        b.listen(0);
        List<byte[]> segments = a.open(0).segments();
        ExecutableEnd receiver = b;
        while (!segments.isEmpty()) {
            receiver.hear(segments.get(0), end(receiver.host().peer()));
            segments = receiver.arrive(segments.get(0), 0).segments();
            receiver = end(receiver.host().peer());
        }
    }

    ExecutableEnd end(Host host) {
        return host == Host.A ? a : b;
    }

    /** Microseconds of the present instant. */
    long now() {
        return ticks * scale.tick();
    }

    long ticks() {
        return ticks;
    }

    ExecutableEnd a() {
        return a;
    }

    ExecutableEnd b() {
        return b;
    }

    /** Ticks from now until {@code instant}, rounded up. */
    long ticksUntil(long instant) {
        return -Math.floorDiv(now() - instant, scale.tick());
    }

    /** What both ends show. */
    Looks look() {
        return new Looks(a.look(now()), b.look(now()));
    }

    /** The clock moves to the next instant, and both ends fire their timers. */
    private Effect tick() {
        ticks++;
        return fire(a).and(fire(b));
    }

    /** {@code end} fires its timers that are due. */
    private Effect fire(ExecutableEnd end) {
        Effect effect = effect(end, end.advance(now()), Optional.empty());
        listen();
        return effect;
    }

    /** The clock moves to just before the next instant: what is due there waits for a separate step. */
    private Effect tickAlone() {
        ticks++;
        Effect atA = effect(a, a.advance(now() - 1), Optional.empty());
        return atA.and(effect(b, b.advance(now() - 1), Optional.empty()));
    }

    /** The initial sequence number that a host is made to choose where the model chooses {@code iss}. */
    @FunctionalInterface
    interface IssChoice {

        long of(Host host, int incarnation, long iss);
    }

    /** Makes the executables choose as {@code move} does: the ISS, and whether a retransmission waits. */
    void impose(Move move, IssChoice choice) {
        for (Host host : Host.values()) {
            TcbView view = move.view().endpoint(host);
            end(host).choices().iss(choice.of(host, view.incarnation(), view.iss()));
            end(host).choices().waits(!move.step().timers().contains(new Firing(host, Timer.RETRANSMISSION)));
            end(host).choices().all();
        }
        if (move.event().kind() == Kind.TIMER) {
            // A quiet time that ends is no timer of the executables.
            move.step().timers().stream()
                    .filter(firing -> firing.timer() != Timer.QUIET_TIME)
                    .forEach(firing -> end(firing.host()).choices().only(firing.timer()));
        }
    }

    /** The end that has sent what arrives in {@code event}. */
    ExecutableEnd sender(Event event) {
        return end(event.host().orElseThrow().peer());
    }

    /** Lets the event of {@code move} happen; what arrives was the segment that its sender sent at {@code place}. */
    Effect take(Move move, OptionalInt place) {
        Event event = move.event();
        return switch (event.kind()) {
            case TICK -> timersAreSteps ? tickAlone() : tick();
            case TIMER -> fire(end(event.host().orElseThrow()));
            case LEAVE -> Effect.none();
            case ARRIVAL, DUPLICATE -> {
                ExecutableEnd.Emitted emitted = sender(event).emitted(place.orElseThrow());
                yield arrive(move, emitted.segment(), emitted.octets());
            }
            case FORGE -> {
                AbstractSegment forged = event.segment().orElseThrow();
                yield arrive(move, forged, sender(event).forge(forged));
            }
            case OPEN -> {
                Host host = event.host().orElseThrow();
                end(host).begin(move.view().endpoint(host).incarnation());
                yield call(Kind.OPEN, host);
            }
            default -> call(event.kind(), event.host().orElseThrow());
        };
    }

    /** {@code octets}, which are {@code segment}, arrive where {@code move} says. */
    private Effect arrive(Move move, AbstractSegment segment, byte[] octets) {
        Host host = move.event().host().orElseThrow();
        ExecutableEnd end = end(host);
        Optional<TcpState> before = end.state();
        Reaction reaction = end.arrive(octets, now());
        end.adopt(segment, reaction, before);
        end.supposeAs(move.view().endpoint(host));
        Effect effect = effect(end, reaction, Optional.of(segment));
        listen();
        return effect;
    }

    /** A call of {@code host}'s user, or the loss of its memory. */
    Effect call(Kind kind, Host host) {
        ExecutableEnd end = end(host);
        Reaction reaction = switch (kind) {
            case OPEN -> end.open(now());
            case SEND -> end.send(now());
            case CLOSE -> end.close(now());
            case FULL_CLOSE -> end.closeFully(now());
            case RECEIVE -> end.receive(now());
            // Without TIME-WAIT to answer for it an ABORT deletes the TCB in silence, RFC 9293 §3.10.5: so does an
            // eviction.
            case ABORT, EVICTION -> end.abort(now());
            case CRASH -> end.crash(now());
            case ARRIVAL, DUPLICATE, FORGE, TICK, TIMER, LEAVE -> throw new AssertionError(kind + " is not a call");
        };
        Effect effect = effect(end, reaction, Optional.empty());
        listen();
        return effect;
    }

    private static Effect effect(ExecutableEnd end, Reaction reaction, Optional<AbstractSegment> provoking) {
        return new Effect(
                end.sent(reaction, provoking),
                end.signals(reaction),
                end.delivered(),
                reaction.accepted(),
                reaction.error(),
                reaction.decided());
    }

    private void listen() {
        a.listenIfItDoes(now());
        b.listenIfItDoes(now());
    }
}
