package dev.lastack.properties.conformance;

import dev.lastack.endpoint.EndpointConfig;
import dev.lastack.endpoint.EndpointConfig.Buffers;
import dev.lastack.endpoint.EndpointConfig.UserReads;
import dev.lastack.endpoint.FourTuple;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.SequenceNumbers;
import dev.lastack.model.StepView.Kind;
import dev.lastack.model.TcpState;
import dev.lastack.scenario.EndpointKnobs;
import dev.lastack.scenario.Environment;
import dev.lastack.scenario.Environment.Start;
import dev.lastack.scenario.Host;
import dev.lastack.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two executable stacks with a scenario's knobs and the clock that they share. Instants of the model lie {@link #TICK}
 * microseconds apart. The 2MSL timer runs half a tick longer than its knob says, so that whatever arrives at the
 * instant at which it ends arrives before, as in the model.
 */
final class Pair {

    static final long TICK = 1_000_000;

    private static final FourTuple TUPLE = new FourTuple(0x0A000001, 1, 0x0A000002, 2);

    private final End a;
    private final End b;
    private long ticks;

    Pair(Scenario scenario, StackFactory factory, Abstraction abstraction) {
        Environment environment = scenario.environment();
        SequenceNumbers numbers = numbers(environment);
        a = new End(Host.A, TUPLE, config(scenario.a(), numbers), factory, abstraction);
        b = new End(Host.B, TUPLE.reversed(), config(scenario.b(), numbers), factory, abstraction);
        if (environment.start() == Start.ESTABLISHED) {
            establish();
        } else {
            a.listenIfItDoes(0);
            b.listenIfItDoes(0);
        }
    }

    /** The sequence space of a scenario; the unbounded one is that of the wire, which no scenario exhausts. */
    static SequenceNumbers numbers(Environment environment) {
        return environment.sequenceSpace() == Environment.UNBOUNDED
                ? SequenceNumbers.WIRE
                : new SequenceNumbers(environment.sequenceSpace());
    }

    private static EndpointConfig config(EndpointKnobs knobs, SequenceNumbers numbers) {
        return new EndpointConfig(
                knobs,
                TICK,
                numbers,
                new Buffers(1, EndpointKnobs.UNLIMITED, knobs.window(), UserReads.AT_ONCE),
                false,
                false,
                TICK / 2,
                EndpointKnobs.UNLIMITED);
    }

    private void establish() {
        b.listen(0);
        List<byte[]> segments = a.open(0).segments();
        End receiver = b;
        while (!segments.isEmpty()) {
            receiver.hear(segments.get(0), end(receiver.host().peer()));
            segments = receiver.arrive(segments.get(0), 0).segments();
            receiver = end(receiver.host().peer());
        }
    }

    End end(Host host) {
        return host == Host.A ? a : b;
    }

    /** Microseconds of the present instant. */
    long now() {
        return ticks * TICK;
    }

    long ticks() {
        return ticks;
    }

    End a() {
        return a;
    }

    End b() {
        return b;
    }

    /** The clock moves to the next instant, and both ends fire their timers. */
    Effect tick() {
        ticks++;
        Reaction atA = a.advance(now());
        Reaction atB = b.advance(now());
        List<Effect.Sent> sent = new ArrayList<>(a.sent(atA, Optional.empty()));
        sent.addAll(b.sent(atB, Optional.empty()));
        List<String> decided = new ArrayList<>(atA.decided());
        decided.addAll(atB.decided());
        listen();
        List<String> told = new ArrayList<>(a.told(atA));
        told.addAll(b.told(atB));
        return new Effect(sent, told, Optional.empty(), decided);
    }

    /** {@code octets}, which are {@code segment}, arrive at {@code host}. */
    Effect arrive(Host host, AbstractSegment segment, byte[] octets) {
        End end = end(host);
        Optional<TcpState> before = end.state();
        Reaction reaction = end.arrive(octets, now());
        end.adopt(segment, reaction, before);
        return effect(end, reaction, Optional.of(segment));
    }

    /** A call of {@code host}'s user, or the loss of its memory. */
    Effect call(Kind kind, Host host) {
        End end = end(host);
        Reaction reaction = switch (kind) {
            case OPEN -> end.open(now());
            case SEND -> end.send(now());
            case CLOSE -> end.close(now());
            case ABORT -> end.abort(now());
            case CRASH -> end.crash(now());
            case ARRIVAL, DUPLICATE, FORGE, TICK -> throw new AssertionError(kind + " is not a call");
        };
        return effect(end, reaction, Optional.empty());
    }

    private Effect effect(End end, Reaction reaction, Optional<AbstractSegment> provoking) {
        Effect effect =
                new Effect(end.sent(reaction, provoking), end.told(reaction), reaction.error(), reaction.decided());
        listen();
        return effect;
    }

    private void listen() {
        a.listenIfItDoes(now());
        b.listenIfItDoes(now());
    }
}
