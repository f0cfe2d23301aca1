package dev.lastack.probe.lwip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.conformance.stack.StreamExchange;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.probe.host.HostConnection;
import dev.lastack.probe.host.Peer;
import dev.lastack.tcp.TcpState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** lwIP of this machine as a stack under test. */
@Tag("peers")
class LwipStackTest {

    private static final FourTuple TUPLE = new FourTuple(0x0A000001, 1, 0x0A000002, 2);

    @BeforeAll
    static void needsLwip() {
        assumeThat(LwipLibrary.obstacle()).isEmpty();
    }

    @Test
    void timeWaitLastsTwoMinutesOfVirtualTime() {
        try (LwipHost lwip = new LwipHost(World.get())) {
            HostConnection connection = lwip.incoming();
            Peer peer = new Peer(connection, false, 1);
            peer.connect();
            connection.close();
            peer.awaitFin();
            peer.acknowledge();
            peer.finish();
            long entry = connection.now();
            long end = connection.deadline().orElseThrow();

            assertThat(end - entry).isBetween(120_000_000L, 121_000_000L);
            connection.elapse(end - entry - 1);
            assertThat(connection.state()).isEqualTo(TcpState.TIME_WAIT);
            connection.elapse(1);
            assertThat(connection.state()).isEqualTo(TcpState.CLOSED);
        }
    }

    /** Two connections of the one lwIP talk to each other over a network that loses, duplicates and reorders. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void streamsArriveWhole(long seed) {
        try (Stacks stacks = new Stacks()) {
            assertThat(StreamExchange.fault(stacks.factory(), EndpointConfig.rfc9293(), seed))
                    .isEmpty();
        }
    }

    @Test
    void anyOctetsAreSurvived() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] octets = new byte[random.nextInt(60)];
            random.nextBytes(octets);
            try (LwipStack stack = new LwipStack(World.get(), TUPLE)) {
                stack.listen(0);
                stack.arrive(octets, 0);
                stack.advance(random.nextLong(10_000_000));
                assertThat(stack.state()).isEqualTo(Optional.of(TcpState.LISTEN));
            }
        }
    }

    @Test
    void aMachineWithoutLwipSaysWhatIsMissing() {
        assertThat(LwipLibrary.obstacle(Path.of("no/such/folder"), "gcc"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("no/such/folder", "liblwip-dev"));
        assertThat(LwipLibrary.obstacle(Path.of("/usr/include/lwip"), "no-such-compiler"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("no-such-compiler"));
    }

    /** Makes stacks, and takes them away in the end. */
    private static final class Stacks implements AutoCloseable {

        private final java.util.List<LwipStack> made = new java.util.ArrayList<>();

        StackFactory factory() {
            return (tuple, config, isn, rto) -> made(tuple);
        }

        private StackUnderTest made(FourTuple tuple) {
            LwipStack stack = new LwipStack(World.get(), tuple);
            made.add(stack);
            return stack;
        }

        @Override
        public void close() {
            made.forEach(LwipStack::close);
        }
    }
}
