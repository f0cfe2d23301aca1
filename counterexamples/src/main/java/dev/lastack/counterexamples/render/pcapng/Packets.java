package dev.lastack.counterexamples.render.pcapng;

import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.TcpHeader;
import dev.lastack.model.view.SegmentView;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The model's segments as IPv4 packets. A sequence number of 32 bits is the model's number plus a constant for the host
 * that counts with it; the addresses are those that RFC 5737 keeps for documentation.
 */
final class Packets {

    /** What is added to A's sequence numbers. */
    static final int NUMBERS_OF_A = 1_000_000;

    /** What is added to B's sequence numbers. */
    static final int NUMBERS_OF_B = 5_000_000;

    private static final int ADDRESS_OF_A = 0xC0000201;
    private static final int ADDRESS_OF_B = 0xC6336402;
    private static final int PORT_OF_A = 50_001;
    private static final int PORT_OF_B = 50_002;
    private static final long CLOCK = 1_000;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    private static final int IP_HEADER = 20;
    private static final int TTL = 64;
    private static final int TCP = 6;

    private final Scenario scenario;

    Packets(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * A packet sent at instant {@code sent}. Timestamps count ticks; what they echo is no part of the model and 0.
     *
     * @param identification tells equal segments apart
     */
    byte[] packet(Host from, SegmentView segment, int sent, int identification) {
        FourTuple atA = new FourTuple(ADDRESS_OF_A, PORT_OF_A, ADDRESS_OF_B, PORT_OF_B);
        FourTuple tuple = from == Host.A ? atA : atA.reversed();
        byte[] tcp = TcpHeader.emit(numbered(from, segment, sent), tuple);
        byte[] octets = new byte[IP_HEADER + tcp.length];
        ByteBuffer packet = ByteBuffer.wrap(octets);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
        packet.putShort((short) identification).putShort((short) 0);
        packet.put((byte) TTL).put((byte) TCP).putShort((short) 0);
        packet.putInt(tuple.localAddress()).putInt(tuple.remoteAddress());
        packet.putShort(10, (short) headerChecksum(packet));
        packet.put(tcp);
        return octets;
    }

    private Segment numbered(Host from, SegmentView segment, int sent) {
        Segment probe = new Segment(0, 0, segment.control(), 0, OptionalInt.empty(), Optional.empty(), new byte[0]);
        long seq = (numbers(from) + segment.seq()) & UNSIGNED;
        long ack = probe.hasAck() ? (numbers(from.peer()) + segment.ack()) & UNSIGNED : 0;
        boolean stamped =
                scenario.a().numbers().timestamps() && scenario.b().numbers().timestamps() && !probe.rst();
        Optional<Segment.Timestamps> timestamps =
                stamped ? Optional.of(new Segment.Timestamps(CLOCK + sent, 0)) : Optional.empty();
        return new Segment(
                seq,
                ack,
                segment.control(),
                scenario.endpoint(from).reception().window(),
                OptionalInt.empty(),
                timestamps,
                payload(segment));
    }

    /** The octets name their incarnation: 1 for text of incarnation 1. */
    private static byte[] payload(SegmentView segment) {
        byte[] payload = new byte[segment.length()];
        Arrays.fill(payload, (byte) ('0' + segment.incarnation() % 10));
        return payload;
    }

    private static long numbers(Host host) {
        return host == Host.A ? NUMBERS_OF_A : NUMBERS_OF_B;
    }

    /** RFC 791 §3.1. */
    private static int headerChecksum(ByteBuffer header) {
        int sum = 0;
        for (int i = 0; i < IP_HEADER; i += 2) {
            sum += header.getShort(i) & 0xFFFF;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }
}
