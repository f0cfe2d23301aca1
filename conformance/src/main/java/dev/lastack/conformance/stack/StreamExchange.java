package dev.lastack.conformance.stack;

import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.IsnSource;
import dev.lastack.endpoint.tcb.TimerChoice;
import dev.lastack.endpoint.wire.FourTuple;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Two stacks in real time that send each other a stream and close, over a network that loses, duplicates and reorders.
 * Each user must receive a prefix of what the other sent, the end of the stream only behind its last octet, and, unless
 * a stack says that it gave up, all of it. Nothing but user calls and segments is looked at.
 */
public final class StreamExchange {

    private static final FourTuple TUPLE = new FourTuple(0x0A000001, 1, 0x0A000002, 2);
    private static final int MOST_OCTETS = 300;
    private static final int ONE_LOST_IN = 8;
    private static final int ONE_DUPLICATED_IN = 8;
    private static final long LONGEST_DELAY = 50_000;
    private static final long USER_PAUSE = 20_000;
    private static final long LONGEST_RUN = 3_600_000_000L;

    /** A segment on its way. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Flight(long arrival, StreamUser to, byte[] segment) {}

    private final Random random;
    private final StreamUser a;
    private final StreamUser b;
    private final PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparingLong(Flight::arrival));
    private long now;
    private long nextUserCall;

    private StreamExchange(StackFactory factory, EndpointConfig config, long seed) {
        random = new Random(seed);
        // Numbers wrap at 2^32 in the midst of the stream.
        IsnSource beforeWrap = (at, last) -> config.numbers().modulus() - 1 - random.nextInt(MOST_OCTETS / 2);
        a = new StreamUser("A", factory.create(TUPLE, config, beforeWrap, TimerChoice.PROMPT), octets());
        b = new StreamUser("B", factory.create(TUPLE.reversed(), config, beforeWrap, TimerChoice.PROMPT), octets());
    }

    /** Runs one exchange and returns what is wrong with it, or nothing. The same seed gives the same run. */
    public static Optional<String> fault(StackFactory factory, EndpointConfig config, long seed) {
        return new StreamExchange(factory, config, seed).run();
    }

    private byte[] octets() {
        byte[] octets = new byte[random.nextInt(MOST_OCTETS)];
        random.nextBytes(octets);
        return octets;
    }

    private Optional<String> run() {
        b.stack().listen(now);
        handle(a, a.stack().open(now));
        while (!(a.finished() && b.finished()) && now < LONGEST_RUN) {
            step();
            Optional<String> fault = a.fault(b).or(() -> b.fault(a));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return a.incomplete(b).or(() -> b.incomplete(a));
    }

    private void step() {
        Flight next = flights.peek();
        now = LongStream.of(next == null ? Long.MAX_VALUE : next.arrival(), due(a), due(b), Math.max(now, nextUserCall))
                .min()
                .orElseThrow();
        if (next != null && next.arrival() <= now) {
            flights.remove();
            handle(next.to(), next.to().stack().arrive(next.segment(), now));
        } else if (due(a) <= now) {
            handle(a, a.stack().advance(now));
        } else if (due(b) <= now) {
            handle(b, b.stack().advance(now));
        } else {
            nextUserCall = now + random.nextLong(1, USER_PAUSE);
            StreamUser user = random.nextBoolean() ? a : b;
            for (Reaction reaction : user.act(random, now)) {
                handle(user, reaction);
            }
        }
    }

    private static long due(StreamUser user) {
        OptionalLong deadline = user.stack().deadline();
        return deadline.orElse(Long.MAX_VALUE);
    }

    private void handle(StreamUser from, Reaction reaction) {
        from.told(reaction);
        StreamUser to = from == a ? b : a;
        for (byte[] segment : reaction.segments()) {
            int copies = random.nextInt(ONE_LOST_IN) == 0 ? 0 : random.nextInt(ONE_DUPLICATED_IN) == 0 ? 2 : 1;
            for (int i = 0; i < copies; i++) {
                flights.add(new Flight(now + random.nextLong(LONGEST_DELAY), to, segment));
            }
        }
    }

    /** The seeds from {@code first} on, for a loop over runs. */
    public static List<Long> seeds(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }
}
