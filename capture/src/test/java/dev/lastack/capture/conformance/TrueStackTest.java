package dev.lastack.capture.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.capture.conformance.Fit.Verdict;
import dev.lastack.capture.conformance.StackIdentification.EndFits;
import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Observer;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.fixture.CaptureBuilder;
import dev.lastack.capture.fixture.Exchange;
import dev.lastack.capture.fixture.Exchange.Recorded;
import dev.lastack.capture.fixture.Exchange.TapPlace;
import dev.lastack.capture.fixture.Feeder;
import dev.lastack.endpoint.TcpEndpoint;
import dev.lastack.tcp.TcpState;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two endpoints of some stacks, random users and a network that loses, duplicates, delays and reorders: the stack that an end is
 * never counts as refuted.
 */
class TrueStackTest {

    private static final Map<String, String> RTO = Map.of("rto", "1s", "rto.backoff", "exponential(60s)");

    private static final Observer NOBODY = new Observer() {
        @Override
        public void seen(Incarnation incarnation, SegmentEffect step) {}

        @Override
        public void ended(Incarnation incarnation) {}
    };

    @Property(tries = 12)
    void theTrueStackIsAmongTheAnswers(@ForAll long seed) {
        holds(seed);
    }

    /** FreeBSD's user closes for good in FIN-WAIT-2, which no segment shows; its timer ends the connection, and it opens again. */
    @Test
    void anUnseenCloseForGoodRefutesNothing() {
        holds(17_620);
    }

    @Test
    @Tag("deep")
    void theTrueStackIsAmongTheAnswersInManyConnections() {
        int undecided = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            undecided += holds(seed);
        }
        assertThat(undecided).isLessThan(700);
    }

    /** How many of the two ends were not decided. */
    private static int holds(long seed) {
        Random random = new Random(seed);
        Stack ofA = Stack.all().get(random.nextInt(Stack.all().size()));
        Stack ofB = Stack.all().get(random.nextInt(Stack.all().size()));
        TapPlace tap = random.nextBoolean() ? TapPlace.AT_A : TapPlace.BEHIND_SENDERS;
        Exchange exchange = new Exchange(random, tap, random.nextInt(3) * 0.15, ofA.config(0, RTO), ofB.config(0, RTO));
        act(exchange, random);
        CaptureBuilder file = CaptureBuilder.pcap(ByteOrder.BIG_ENDIAN, 0xA1B2C3D4, 0, 101);
        for (Recorded one : exchange.records()) {
            file.record(one.micros() / 1_000_000, (int) (one.micros() % 1_000_000), one.packet());
        }
        StackIdentification conformance = new StackIdentification(NOBODY, 1);
        Feeder.feed(file.octets(), tap == TapPlace.AT_A ? Tap.AT_A : Tap.UNKNOWN, conformance);
        int undecided = 0;
        for (EndFits end : conformance.fits(List.of(ofA, ofB))) {
            boolean a = end.end().port() == 40_000;
            Fit fit = end.fits().get((a ? ofA : ofB).name());
            if (fit != null) {
                assertThat(fit.verdict())
                        .as(
                                "seed %d, %s at %s, tap %s: packet %s, %s",
                                seed, a ? ofA : ofB, end.end(), tap, fit.packet(), fit.sentence())
                        .isNotEqualTo(Verdict.REFUTED);
                undecided += fit.verdict() == Verdict.UNDECIDED ? 1 : 0;
            }
        }
        return undecided;
    }

    /** Opens, talks, closes, and some time later comes again. */
    private static void act(Exchange exchange, Random random) {
        for (int incarnation = 1 + random.nextInt(3); incarnation > 0; incarnation--) {
            exchange.user(false, TcpEndpoint::listen);
            exchange.user(true, TcpEndpoint::open);
            for (int calls = 1 + random.nextInt(6); calls > 0; calls--) {
                exchange.pass(random.nextInt(random.nextBoolean() ? 60_000 : 3_000_000));
                call(exchange, random, random.nextBoolean());
            }
            exchange.pass(random.nextInt(5_000_000));
            exchange.user(true, TcpEndpoint::close);
            exchange.pass(random.nextInt(2_000_000));
            exchange.user(false, TcpEndpoint::shutdown);
            exchange.pass(random.nextInt(90) * 1_000_000L);
        }
    }

    private static void call(Exchange exchange, Random random, boolean ofA) {
        boolean opening = exchange.state(ofA) == TcpState.SYN_SENT || exchange.state(ofA) == TcpState.LISTEN;
        // There ABORT would remove the TCB without a segment (RFC 9293 §3.10.5), which no stack offers.
        boolean silent = EnumSet.of(TcpState.CLOSING, TcpState.LAST_ACK, TcpState.TIME_WAIT)
                .contains(exchange.state(ofA));
        switch (random.nextInt(8)) {
            case 0, 1 -> exchange.user(ofA, opening ? TcpEndpoint::advance : TcpEndpoint::shutdown);
            case 2 -> exchange.user(ofA, opening || silent ? TcpEndpoint::advance : TcpEndpoint::abort);
            default -> exchange.user(ofA, (end, now) -> end.send(new byte[1 + random.nextInt(20)], now));
        }
        exchange.user(!ofA, (end, now) -> end.receive(100, now));
    }
}
