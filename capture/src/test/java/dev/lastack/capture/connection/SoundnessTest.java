package dev.lastack.capture.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.capture.fixture.CaptureBuilder;
import dev.lastack.capture.fixture.Exchange;
import dev.lastack.capture.fixture.Exchange.Recorded;
import dev.lastack.capture.fixture.Exchange.TapPlace;
import dev.lastack.capture.fixture.Feeder;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.tcp.TcpState;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The state that an executable endpoint is in at every recorded segment is among the states that the capture allows: random
 * users, losses, duplicates, delays. This is what makes a set of one state a proof.
 */
class SoundnessTest {

    private static final EndpointConfig CONFIG = EndpointConfig.rfc9293(Map.of("time-wait", "40s", "msl", "20s"));

    @Property(tries = 300)
    void theTrueStateIsAmongThePossibleOnes(@ForAll long seed) {
        holds(seed);
    }

    @Test
    @Tag("deep")
    void theTrueStateIsAmongThePossibleOnesInMillionsOfSegments() {
        int proofs = 0;
        for (long seed = 0; seed < 100_000; seed++) {
            proofs += holds(seed);
        }
        assertThat(proofs).isPositive();
    }

    /** How often the set had one state only. */
    private static int holds(long seed) {
        Random random = new Random(seed);
        TapPlace tap = random.nextBoolean() ? TapPlace.AT_A : TapPlace.BEHIND_SENDERS;
        Exchange exchange = new Exchange(random, tap, random.nextInt(3) * 0.15, CONFIG, CONFIG);
        act(exchange, random);
        CaptureBuilder file = CaptureBuilder.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 0, 101);
        for (Recorded one : exchange.records()) {
            file.record(one.micros() / 1_000_000, (int) (one.micros() % 1_000_000), one.packet());
        }
        int[] counts = new int[2];
        Feeder.feed(file.octets(), tap == TapPlace.AT_A ? Tap.AT_A : Tap.UNKNOWN, new Observer() {
            @Override
            public void seen(Incarnation incarnation, SegmentEffect step) {
                Recorded one = exchange.records().get(counts[0]++);
                boolean last = counts[0] == exchange.records().size()
                        || exchange.records().get(counts[0]).micros() > one.micros();
                if (last) {
                    counts[1] += allows(incarnation, Side.A, one.stateOfA(), one, seed);
                    if (tap == TapPlace.BEHIND_SENDERS) {
                        counts[1] += allows(incarnation, Side.B, one.stateOfB(), one, seed);
                    }
                }
            }

            @Override
            public void ended(Incarnation incarnation) {}
        });
        assertThat(counts[0]).isEqualTo(exchange.records().size());
        return counts[1];
    }

    private static int allows(Incarnation incarnation, Side side, TcpState state, Recorded one, long seed) {
        int states = incarnation.states(side);
        // A host without a connection may listen.
        boolean allowed = TcpStateSet.contains(states, state)
                || (state == TcpState.LISTEN && TcpStateSet.contains(states, TcpState.CLOSED));
        assertThat(allowed)
                .as(
                        "seed %d at %d us: %s is %s, the capture allows %s",
                        seed, one.micros(), side, state, TcpStateSet.text(states))
                .isTrue();
        return Integer.bitCount(states) == 1 ? 1 : 0;
    }

    private static void act(Exchange exchange, Random random) {
        exchange.user(false, (endpoint, now) -> endpoint.listen(now));
        exchange.user(true, (endpoint, now) -> endpoint.open(now));
        for (int calls = 3 + random.nextInt(8); calls > 0; calls--) {
            exchange.pass(random.nextInt(random.nextBoolean() ? 60_000 : 3_000_000));
            boolean ofA = random.nextBoolean();
            if (exchange.state(ofA) == TcpState.SYN_SENT || exchange.state(ofA) == TcpState.LISTEN) {
                // CLOSE and ABORT would remove the TCB without a segment, which no capture shows.
                continue;
            }
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> exchange.user(ofA, (endpoint, now) -> endpoint.shutdown(now));
                case 3 -> {
                    // Later, ABORT sends nothing (RFC 9293 §3.10.5).
                    boolean tells = !EnumSet.of(TcpState.CLOSING, TcpState.LAST_ACK, TcpState.TIME_WAIT)
                            .contains(exchange.state(ofA));
                    if (tells && random.nextInt(4) == 0) {
                        exchange.user(ofA, (endpoint, now) -> endpoint.abort(now));
                    }
                }
                default -> exchange.user(ofA, (endpoint, now) -> endpoint.send(new byte[1 + random.nextInt(20)], now));
            }
            exchange.user(!ofA, (endpoint, now) -> endpoint.receive(100, now));
        }
        exchange.pass(30_000_000);
    }
}
